/** Computes from the respondent's history when a frequency cap ends. */
import type { Clock, Subject } from '../../schema/index.ts';
import { displayCounts } from './displayCounts.ts';
import type { Counted, FrequencySummary, Mark } from './frequencySummary.ts';
import { toGrowth } from './growth.ts';
import { marksFor } from './marksFor.ts';
import { toLater } from './period.ts';
import { isCountedFor, type SurveyTags } from './tags.ts';
import { toVisitEnd } from './visitEnd.ts';

interface CountedMark extends Counted {
  readonly mark: Mark;
  /** How long the frequency cap lasts after the outcome. */
  readonly period: string;
}

const MARKS: readonly Mark[] = ['displayed', 'answered', 'dismissed', 'snoozed'];

/** Finds every outcome that starts, or once started, a frequency cap. */
const toCountedMarks = (
  clock: Clock,
  mine: SurveyTags,
  summaries: readonly FrequencySummary[],
  subject: Subject | undefined,
): CountedMark[] =>
  summaries
    .filter(({ tags }) => isCountedFor(clock.per, mine, tags))
    .flatMap((summary) => {
      const marks = marksFor(clock.per, summary, subject);
      const isOwn = summary.tags.survey === mine.survey;
      return MARKS.flatMap((mark) => {
        const counted = marks[mark];
        const period = clock[mark];
        if (!counted || !period) return [];
        if (mark === 'displayed' && !displayCounts(clock, counted.count, isOwn)) return [];
        return [{ ...counted, mark, period }];
      });
    });

/**
 * Returns when a frequency cap ends, in milliseconds since 1970: a past time when no cap is active, infinity when it never ends.
 * `visitBegan` is the start of the current visit.
 */
export const toOpening = (
  clock: Clock,
  mine: SurveyTags,
  summaries: readonly FrequencySummary[],
  subject: Subject | undefined,
  visitBegan = 0,
): number =>
  Math.max(
    0,
    // Computes the end for each outcome, because near the end of a month the cap of a later outcome can end earlier.
    ...toCountedMarks(clock, mine, summaries, subject).map(({ mark, count, at, period }) =>
      period === 'visit' ? toVisitEnd(at, visitBegan) : toLater(at, period, toGrowth(mark, count)),
    ),
  );

/** Returns when the event that a frequency cap counts last occurred, in milliseconds since 1970; undefined if it never occurred. */
export const toLastCounted = (...counted: Parameters<typeof toCountedMarks>): number | undefined => {
  const times = toCountedMarks(...counted).map(({ at }) => at);
  return times[0] === undefined ? undefined : Math.max(...times);
};
