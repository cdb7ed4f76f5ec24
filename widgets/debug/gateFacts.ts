/** What a gate is about, beside its sentence. */
import type { Gate } from '../../src/core/gates.ts';
import { isUntilVisit } from '../../src/core/gateWords.ts';
import { toMoment } from './times.ts';

const toText = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : `${value}`;
};

/** What is the case; of a clock when what it counts happened last. */
export const toValue = ({ gate, value }: Gate): string => {
  if (gate !== 'clock') return toText(value);
  return value === undefined ? 'never counted' : `counted ${toMoment(Number(value))}`;
};

/** What must be. */
export const toWanted = ({ wanted }: Gate): string => toText(wanted);

/** When a closed gate opens. */
export const toOpens = (gate: Gate): string => {
  const { open, opensAt } = gate;
  if (open || opensAt === undefined) return '';
  if (Number.isFinite(opensAt)) return toMoment(opensAt);
  return isUntilVisit(gate) ? 'with the next visit' : 'not by itself';
};
