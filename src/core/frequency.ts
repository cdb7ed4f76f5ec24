/** How often somebody is asked. One record per survey, with a clock for the survey and one for each subject. */
import { toMs } from './duration.ts';

export interface FrequencyRecord {
  /** How often it was displayed. */
  readonly asks: number;
  /** When it was displayed last, milliseconds since 1970. */
  readonly lastAsk?: number | undefined;
  /** By subject (`''` without one): not before this moment. */
  readonly notBefore: Readonly<Record<string, number>>;
}

export type Outcome = 'displayed' | 'answered' | 'dismissed' | 'snoozed';

/** Relational research asks about once a quarter; a "no" keeps us away for a month, "later" means a week. */
const PAUSE_MS = { answered: toMs('12w'), dismissed: toMs('30d'), snoozed: toMs('7d') };

/** A subject (an order, a ticket) is asked about once, whatever became of it. */
const ONCE = Number.MAX_SAFE_INTEGER;
const MAX_SUBJECTS = 50;

/** Reads what was stored; anything that is not a record is none. */
export const toRecord = (stored: string | undefined): FrequencyRecord => {
  try {
    const { asks, lastAsk, notBefore } = JSON.parse(stored ?? '{}');
    if (asks > 0 && notBefore) return { asks, lastAsk, notBefore };
  } catch {
    // Somebody else's value under our key.
  }
  return { asks: 0, notBefore: {} };
};

/** Says whether a survey may be shown now, about this subject if it has one. */
export const isDue = ({ notBefore }: FrequencyRecord, subject: string, now: number): boolean =>
  !((notBefore[subject] ?? 0) > now);

/** Writes down what became of a display. */
export const toNextRecord = (
  record: FrequencyRecord,
  outcome: Outcome,
  subject: string,
  now: number,
): FrequencyRecord => {
  if (outcome === 'displayed') return { ...record, asks: record.asks + 1, lastAsk: now };
  const until = subject && outcome !== 'snoozed' ? ONCE : now + PAUSE_MS[outcome];
  const { [subject]: _, ...others } = record.notBefore;
  const kept = Object.entries(others).slice(1 - MAX_SUBJECTS);
  return { ...record, notBefore: Object.fromEntries([...kept, [subject, until]]) };
};
