import type { DisplayRecord } from './displayRecord.ts';
import { EFFECT, type Effect } from './effect.ts';
import type { FrequencySummary, Mark, Marks } from './frequencySummary.ts';
import { toNextMarks } from './nextMarks.ts';
import { toRecordTags } from './tags.ts';

const MAX_SUBJECTS = 500;

/** The mark that an effect leaves. */
const MARK_OF = {
  asked: 'displayed',
  answered: 'answered',
  refused: 'dismissed',
  postponed: 'snoozed',
} as const satisfies Record<Exclude<Effect, 'none' | 'refused_forever'>, Mark>;

/** Sums up the records of a survey, oldest first. */
export const toSummary = (surveyId: string, records: readonly DisplayRecord[]): FrequencySummary => {
  const subjects = new Map<string, Marks>();
  let marks: Marks = {};
  let asks = 0;
  let never = false;
  for (const { outcome, at, subject } of records) {
    const effect = EFFECT[outcome];
    if (effect === 'refused_forever') {
      never = true;
      continue;
    }
    const mark = MARK_OF[effect];
    if (effect === 'asked') asks++;
    marks = toNextMarks(marks, mark, at);
    if (!subject) continue;
    const next = toNextMarks(subjects.get(subject) ?? {}, mark, at);
    // Deleted first, so that it becomes the last.
    subjects.delete(subject);
    subjects.set(subject, next);
    if (subjects.size > MAX_SUBJECTS) subjects.delete(subjects.keys().next().value as string);
  }
  return { tags: toRecordTags(surveyId, records.at(-1)), asks, marks, subjects, never };
};
