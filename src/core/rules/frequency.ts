/** Whether somebody may be asked again: what the device remembers of each survey, read by the survey's clocks. */
import type { Clock, Subject } from '../../schema/index.ts';
import { toLater } from './period.ts';
import { toSubjectKey } from '../subjectKey.ts';

/** What of a display is remembered. */
export type Mark = 'displayed' | 'answered' | 'dismissed' | 'snoozed';

/** How often in a row, and when last, milliseconds since 1970. */
export type Marks = { readonly [mark in Mark]?: readonly [count: number, at: number] | undefined };

/** What became of a display. */
export type Outcome = Mark | 'completed' | 'never';

/** One thing that became of a display, as a device writes it down: a fact, so that other rules tomorrow read the same. The subject is a hash. */
export type Fact = readonly [
  outcome: Outcome,
  at: number,
  subject?: string | null | undefined,
  metric?: string | null | undefined,
  scope?: string | null | undefined,
  touchpoint?: string | null | undefined,
  group?: string | null | undefined,
];

/** What the facts of one survey and one respondent come to. */
export interface FrequencyRecord {
  /** What clocks find it by: `all`, `survey:checkout`, `metric:nps`, `scope:relational` … */
  readonly tags: readonly string[];
  /** How often it was displayed. */
  readonly asks: number;
  readonly marks: Marks;
  /** By subject, hashed; the newest last. */
  readonly subjects: Readonly<Record<string, Marks>>;
  /** "Don't ask again". */
  readonly never?: boolean | undefined;
}

/** The most that repetition makes of a pause. */
const MOST_TIMES = 8;
const MARKS: readonly Mark[] = ['displayed', 'answered', 'dismissed', 'snoozed'];

/** Finds what a clock counts: how often in a row it happened, when last, and how long the clock stays closed after it. */
const toCounted = (
  clock: Clock,
  tags: readonly string[],
  records: readonly FrequencyRecord[],
  subject: Subject | undefined,
): (readonly [name: Mark, count: number, at: number, period: string])[] => {
  const { per, times = 1 } = clock;
  const mine = tags[1] as string;
  const alone = /^su/.test(per);
  const wanted = alone ? mine : tags.find((tag) => tag.startsWith(per));
  return records
    .filter((record) => record.tags.includes(wanted as string))
    .flatMap((record) => {
      const marks = per === 'subject' ? subject && record.subjects[toSubjectKey(subject)] : record.marks;
      return MARKS.flatMap((name) => {
        const mark = marks?.[name];
        const period = clock[name];
        if (!mark || !period) return [];
        const [count, at] = mark;
        // What was only seen may come back: it does not stand in its own way.
        const seen = name === 'displayed' && (alone ? count < times : record.tags.includes(mine));
        return seen ? [] : [[name, count, at, period] as const];
      });
    });
};

/**
 * Says when a clock opens, milliseconds since 1970: a moment that is past when it is open, infinity for never. `visit` is when the
 * visit began.
 */
export const toOpening = (
  clock: Clock,
  tags: readonly string[],
  records: readonly FrequencyRecord[],
  subject: Subject | undefined,
  visit = 0,
): number =>
  Math.max(
    0,
    // Each of them: by the calendar the end of a month makes a later mark open earlier.
    ...toCounted(clock, tags, records, subject).map(([name, count, at, period]) => {
      if (period === 'visit') return at < visit ? 0 : Number.POSITIVE_INFINITY;
      return toLater(at, period, /^(dism|sno)/.test(name) ? Math.min(2 ** (count - 1), MOST_TIMES) : 1);
    }),
  );

/** Says when what a clock counts happened last, milliseconds since 1970; nothing if it never did. */
export const toLastAsk = (...counted: Parameters<typeof toCounted>): number | undefined =>
  toCounted(...counted)
    .map(([, , at]) => at)
    .sort((one, other) => other - one)[0];
