/** What a display does to the clocks. */
import type { FrequencyRecord } from './frequency.ts';

export type Outcome = 'displayed' | 'answered' | 'dismissed' | 'snoozed';

const DAY_MS = 86_400_000;

/** An answer is good for a quarter; a "no" keeps us away for a month, "later" means a week. */
const PAUSE_MS = { answered: 84 * DAY_MS, dismissed: 30 * DAY_MS, snoozed: 7 * DAY_MS };

const MAX_CLOCKS = 50;

/** Writes down what became of a display. A subject (an order, a ticket) is asked about once, unless it was put off. */
export const toNextRecord = (
  record: FrequencyRecord,
  outcome: Outcome,
  clock: string,
  now: number,
): FrequencyRecord => {
  if (outcome === 'displayed') return { ...record, asks: record.asks + 1, lastAsk: now };
  const { [clock]: _, ...others } = record.notBefore;
  const until = clock && outcome !== 'snoozed' ? Number.MAX_SAFE_INTEGER : now + PAUSE_MS[outcome];
  return {
    ...record,
    notBefore: Object.fromEntries([...Object.entries(others).slice(1 - MAX_CLOCKS), [clock, until]]),
  };
};
