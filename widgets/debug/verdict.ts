/** Summarizes in one line why a survey is shown or not. */

import type { Explanation } from '../../src/api/options.ts';
import { isUntilVisit, toReason } from '../../src/core/rules/gateWords.ts';
import type { GateName } from '../../src/schema/index.ts';

export interface Verdict {
  readonly kind: 'shown' | 'open' | 'closed';
  readonly text: string;
  /** The number of closed gates other than the first one. */
  readonly others: number;
  /** When the survey may be shown, if only frequency caps block it. */
  readonly opensAt?: number | undefined;
  /** A description of when the survey may be shown, such as "with the next visit". Set instead of `opensAt` when the time is not known. */
  readonly opens?: string | undefined;
}

/** The gates that may open while the respondent stays on the page. */
const PASSING: readonly GateName[] = ['history', 'trigger', 'turn', 'tab', 'page'];

export const toVerdict = ({ shown, gates }: Explanation): Verdict => {
  if (shown) return { kind: 'shown', text: 'Shown now.', others: 0 };
  const closed = gates.filter(({ open }) => !open);
  const [first, ...others] = closed;
  if (!first) return { kind: 'open', text: 'Would be shown.', others: 0 };
  const [begin = '', ...reason] = toReason(first);
  const yet = PASSING.includes(first.gate) ? 'yet ' : '';
  const times = closed.flatMap(({ gate, opensAt }) => (PASSING.includes(gate) ? (opensAt ?? []) : [opensAt]));
  const isTimed = times.every((at) => at !== undefined);
  // All closed gates have to open, so the gate that opens last sets the time.
  const last = Math.max(0, ...times.map((at = 0) => at));
  return {
    kind: 'closed',
    text: `Not shown ${yet}because ${begin.toLowerCase()}${reason.join('')}`,
    others: others.length,
    opensAt: isTimed && last > 0 && Number.isFinite(last) ? last : undefined,
    opens: isTimed && closed.some(isUntilVisit) && !Number.isFinite(last) ? 'with the next visit' : undefined,
  };
};
