import type { Mark, Marks } from './frequencySummary.ts';

/**
 * Adds an outcome to the counts of outcomes in a row. An answer resets the counts of all other outcomes; a refusal resets the count of
 * ignored displays.
 */
export const toNextMarks = (marks: Marks, mark: Mark, at: number): Marks => {
  const next: Marks = { ...marks, [mark]: { count: (marks[mark]?.count ?? 0) + 1, at } };
  const displayed = next.displayed && { ...next.displayed, count: 0 };
  if (mark === 'answered') return { ...next, displayed, dismissed: undefined, snoozed: undefined };
  return mark === 'dismissed' ? { ...next, displayed } : next;
};
