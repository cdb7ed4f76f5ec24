/** What a display does to the clocks. */
import type { EventName } from '../schema/index.ts';
import type { FrequencyRecord } from './frequency.ts';

export type Outcome = 'displayed' | 'answered' | 'completed' | 'dismissed' | 'snoozed' | 'never';

const DAY_MS = 86_400_000;

/** An answer is good for a quarter; a "no" keeps us away for a month, "later" means a week. */
const PAUSE_MS: { readonly [outcome: string]: number | undefined } = {
  answered: 84 * DAY_MS,
  completed: 84 * DAY_MS,
  dismissed: 30 * DAY_MS,
  snoozed: 7 * DAY_MS,
};

const MAX_CLOCKS = 50;
/** Milliseconds since 1970, hundreds of millennia from now; infinity is no JSON. */
const NEVER = 9e15;

/**
 * Writes down what became of a display; what is no outcome changes nothing. A subject (an order, a ticket) is asked about
 * once, unless it was put off.
 */
export const toNextRecord = (
  record: FrequencyRecord,
  outcome: Outcome | EventName,
  clock: string,
  now: number,
): FrequencyRecord => {
  if (outcome === 'displayed') return { ...record, asks: record.asks + 1, lastAsk: now };
  if (outcome === 'never') return { ...record, never: true };
  const pause = PAUSE_MS[outcome];
  if (!pause) return record;
  const { [clock]: _, ...others } = record.notBefore;
  const until = clock && outcome !== 'snoozed' ? NEVER : now + pause;
  return {
    ...record,
    notBefore: Object.fromEntries([...Object.entries(others).slice(1 - MAX_CLOCKS), [clock, until]]),
  };
};
