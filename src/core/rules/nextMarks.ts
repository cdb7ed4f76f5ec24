import type { Mark, Marks } from './frequencySummary.ts';

/** Counts one more mark. An answer ends all counting; a refusal ends the counting of ignored displays. */
export const toNextMarks = (marks: Marks, mark: Mark, at: number): Marks => {
  const next: Marks = { ...marks, [mark]: { count: (marks[mark]?.count ?? 0) + 1, at } };
  const displayed = next.displayed && { ...next.displayed, count: 0 };
  switch (mark) {
    case 'displayed':
    case 'snoozed':
      return next;
    case 'dismissed':
      return { ...next, displayed };
    case 'answered':
      return { ...next, displayed, dismissed: undefined, snoozed: undefined };
    default:
      return mark satisfies never;
  }
};
