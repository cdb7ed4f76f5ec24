/** Parses the filters in the address of the results page and of the API. */
import type { Segment } from '../../src/score/index.ts';
import { GROUPS, type Group, PERIODS, type Period, SEGMENTS } from './filterWords.ts';
import { toStorable } from './toStorable.ts';

export interface Filters {
  readonly survey: string | null;
  readonly touchpoint: string | null;
  /** First and last day in `timeZone`, for example `2026-03-31`. Both days are included. */
  readonly from: string | null;
  readonly to: string | null;
  readonly timeZone: string;
  readonly period: Period;
  readonly group: Group;
  /** Limits reasons and comments to a segment. Scores are not filtered. */
  readonly segment: Segment | null;
  /** Number of comments to show, newest first. */
  readonly comments: number;
  /** True when test, preview and automation events are included. */
  readonly includesTest: boolean;
}

/** Thrown for an invalid filter. The response shows its message. */
export class FilterError extends Error {
  override readonly name = 'FilterError';
}

const MAX_COMMENTS = 500;

/** Matches time zone names. Offsets such as "+02:00" are rejected: PostgreSQL reads them with the opposite sign. */
const TIME_ZONE = /^[A-Za-z_]+(\/[A-Za-z0-9_+-]+){0,2}$/;

const parseTimeZone = (name: string): string => {
  try {
    if (TIME_ZONE.test(name)) return new Intl.DateTimeFormat('en', { timeZone: name }) && name;
  } catch {
    // An unknown time zone; the error below names it.
  }
  throw new FilterError(`tz: expected an IANA time zone such as Europe/Berlin, received ${JSON.stringify(name)}`);
};

const parseDate = (name: string, text: string | null): string | null => {
  if (text === null) return null;
  const date = /^[12]\d{3}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  // Rejects days that do not exist: 2026-02-31 would become 3 March.
  if (date && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)) return text;
  throw new FilterError(`${name}: expected a day such as 2026-03-31, received ${JSON.stringify(text)}`);
};

const parseWord = <Word extends string>(
  name: string,
  text: string | null,
  words: readonly Word[],
  preset: Word,
): Word => {
  if (text === null) return preset;
  const word = words.find((each) => each === text);
  if (word) return word;
  throw new FilterError(`${name}: expected ${words.join(' or ')}, received ${JSON.stringify(text)}`);
};

/**
 * Parses the filters of a query. A missing or empty filter gets its default. Unknown parameters are ignored.
 * @throws FilterError with the name of the filter, the expected value and the received value
 */
export const parseFilters = (query: URLSearchParams): Filters => {
  const given = (name: string) => String(toStorable(query.get(name) ?? '')) || null;
  const from = parseDate('from', given('from'));
  const to = parseDate('to', given('to'));
  if (from && to && from > to) throw new FilterError(`from: expected a day up to ${to}, received ${from}`);
  const comments = Number(given('comments') ?? 50);
  if (!Number.isInteger(comments) || comments < 1 || comments > MAX_COMMENTS) {
    throw new FilterError(
      `comments: expected a whole number from 1 to ${MAX_COMMENTS}, received ${JSON.stringify(given('comments'))}`,
    );
  }
  const segment = given('segment');
  return {
    survey: given('survey'),
    touchpoint: given('touchpoint'),
    from,
    to,
    timeZone: parseTimeZone(given('tz') ?? 'UTC'),
    period: parseWord('period', given('period'), PERIODS, 'week'),
    group: parseWord('group', given('group'), GROUPS, 'touchpoint'),
    segment: segment === null ? null : parseWord('segment', segment, SEGMENTS, 'promoter'),
    comments,
    includesTest: parseWord('include', given('include'), ['test', 'none'], 'none') === 'test',
  };
};
