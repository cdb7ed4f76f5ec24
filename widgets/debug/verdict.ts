/** What an explanation comes to, in a line. */

import type { Explanation } from '../../src/api/options.ts';
import { isUntilVisit, toReason } from '../../src/core/rules/gateWords.ts';
import type { GateName } from '../../src/schema/index.ts';

export interface Verdict {
  readonly kind: 'shown' | 'open' | 'closed';
  readonly text: string;
  /** How many more gates are closed. */
  readonly others: number;
  /** When it may be shown, where clocks alone keep it back. */
  readonly opensAt?: number | undefined;
  /** The same in words, where no calendar knows. */
  readonly opens?: string | undefined;
}

/** These open while the page is looked at. */
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
  // All of them have to open: the last one says when.
  const last = Math.max(0, ...times.map((at = 0) => at));
  return {
    kind: 'closed',
    text: `Not shown ${yet}because ${begin.toLowerCase()}${reason.join('')}`,
    others: others.length,
    opensAt: isTimed && last > 0 && Number.isFinite(last) ? last : undefined,
    opens: isTimed && closed.some(isUntilVisit) && !Number.isFinite(last) ? 'with the next visit' : undefined,
  };
};
