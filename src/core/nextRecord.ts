/** What a display does to the record of its survey. */
import type { FrequencyRecord, Mark, Marks, Outcome } from './frequency.ts';

const MAX_SUBJECTS = 500;

/** An answer makes an end of counting what came before it, and so does a "no" of counting what was ignored. */
const toMarks = (marks: Marks = {}, mark: Mark, now: number): Marks => {
  const next = { ...marks, [mark]: [(marks[mark]?.[0] ?? 0) + 1, now] };
  const { displayed, ...rest } = next;
  if (mark === 'displayed' || mark === 'snoozed') return next;
  const rested: Marks = displayed ? { ...rest, displayed: [0, displayed[1] as number] } : rest;
  return mark === 'answered' ? { ...rested, dismissed: undefined, snoozed: undefined } : rested;
};

/** Adds what became of a display. `subject` is its key. */
export const toNextRecord = (
  record: FrequencyRecord,
  outcome: Outcome,
  subject: string | undefined,
  now: number,
): FrequencyRecord => {
  if (outcome === 'never') return { ...record, never: true };
  const mark = outcome === 'completed' ? 'answered' : outcome;
  let { subjects } = record;
  if (subject) {
    const { [subject]: marks, ...others } = subjects;
    subjects = Object.fromEntries([
      ...Object.entries(others).slice(1 - MAX_SUBJECTS),
      [subject, toMarks(marks, mark, now)],
    ]);
  }
  return {
    ...record,
    asks: record.asks + (mark === 'displayed' ? 1 : 0),
    marks: toMarks(record.marks, mark, now),
    subjects,
  };
};
