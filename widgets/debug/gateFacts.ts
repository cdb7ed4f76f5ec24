/** The values of a gate that the debug panel shows below the sentence about the gate. */
import type { Gate } from '../../src/core/rules/gates.ts';
import { isUntilVisit } from '../../src/core/rules/gateWords.ts';
import { BUCKETS } from '../../src/core/rules/sampling.ts';
import { toMoment } from './times.ts';

const toText = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : `${value}`;
};

/** Returns the actual value of a gate. For a frequency cap, this is the time of the last event that it counts. */
export const toValue = ({ gate, value }: Gate): string => {
  if (gate === 'sampling') return value === undefined ? '' : `place ${value}`;
  if (gate === 'expired') return value === undefined ? '' : toMoment(Number(value));
  if (gate !== 'clock') return toText(value);
  return value === undefined ? 'never' : toMoment(Number(value));
};

/** Returns the value that the gate requires. Empty for a frequency cap, because its sentence states the rule. */
export const toWanted = ({ gate, wanted }: Gate): string => {
  if (gate === 'clock' || gate === 'expired') return '';
  if (gate !== 'sampling') return toText(wanted);
  return Number(wanted) < 1 ? `below ${Math.ceil(Number(wanted) * BUCKETS)}` : '';
};

/** Returns when a closed gate opens, as the debug panel shows it. */
export const toOpens = (gate: Gate): string => {
  const { open, opensAt } = gate;
  if (open || opensAt === undefined) return '';
  if (Number.isFinite(opensAt)) return toMoment(opensAt);
  return isUntilVisit(gate) ? 'with the next visit' : 'not by itself';
};
