import type { DisplayRecord } from './displayRecord.ts';
import type { FrequencySummary, Marks } from './frequencySummary.ts';
import { MARKS } from './marks.ts';
import { toNextMarks } from './nextMarks.ts';
import { toRecordTags } from './tags.ts';

const MAX_SUBJECTS = 500;

/** Summarizes the display records of a survey. The records must be in order, oldest first. */
export const toSummary = (surveyId: string, records: readonly DisplayRecord[]): FrequencySummary => {
  const subjects = new Map<string, Marks>();
  let marks: Marks = {};
  let never = false;
  for (const { outcome, at, subject } of records) {
    if (outcome === 'never') {
      never = true;
      continue;
    }
    const mark = MARKS[outcome];
    marks = toNextMarks(marks, mark, at);
    if (!subject) continue;
    const next = toNextMarks(subjects.get(subject) ?? {}, mark, at);
    // Deletes the entry of the subject first, so that the new entry becomes the last one.
    subjects.delete(subject);
    subjects.set(subject, next);
    if (subjects.size > MAX_SUBJECTS) subjects.delete(subjects.keys().next().value as string);
  }
  return { tags: toRecordTags(surveyId, records.at(-1)), marks, subjects, never };
};
