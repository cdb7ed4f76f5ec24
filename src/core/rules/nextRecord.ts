/** What a display does to the record of its survey. */
import type { FrequencyRecord, Mark, Marks, Outcome } from './frequency.ts';

const MAX_SUBJECTS = 500;

/** A record that is being written: its subjects are a map, since a copy for each fact would take the square of their number. */
export interface Draft extends Omit<FrequencyRecord, 'subjects'> {
  /** The one that was touched last stands last. */
  readonly subjects: Map<string, Marks>;
}

/** An answer makes an end of counting what came before it, and so does a "no" of counting what was ignored. */
const toMarks = (marks: Marks = {}, mark: Mark, now: number): Marks => {
  const next = { ...marks, [mark]: [(marks[mark]?.[0] ?? 0) + 1, now] };
  const { displayed, ...rest } = next;
  if (mark === 'displayed' || mark === 'snoozed') return next;
  const rested: Marks = displayed ? { ...rest, displayed: [0, displayed[1] as number] } : rest;
  return mark === 'answered' ? { ...rested, dismissed: undefined, snoozed: undefined } : rested;
};

/** Adds what became of a display; the subjects are changed in their place. `subject` is its key. */
export const toNextDraft = (draft: Draft, outcome: Outcome, subject: string | undefined, now: number): Draft => {
  if (outcome === 'never') return { ...draft, never: true };
  const mark = outcome === 'completed' ? 'answered' : outcome;
  const { subjects } = draft;
  if (subject) {
    const marks = toMarks(subjects.get(subject), mark, now);
    subjects.delete(subject);
    subjects.set(subject, marks);
    if (subjects.size > MAX_SUBJECTS) subjects.delete(subjects.keys().next().value as string);
  }
  return {
    ...draft,
    asks: draft.asks + (mark === 'displayed' ? 1 : 0),
    marks: toMarks(draft.marks, mark, now),
  };
};
