import { toMs } from '../duration.ts';

/** What a unit of the calendar adds. Shorter units have a length in milliseconds. */
const DAYS: { readonly [unit: string]: number } = { d: 1, w: 7 };
const MONTHS: { readonly [unit: string]: number } = { mo: 1, y: 12 };

/**
 * Returns the time that lies a period, or several, after another; milliseconds since 1970. Days, weeks, months and years follow the
 * respondent's calendar: the same time of day across a change to summer time, and the last day of a month that is too short.
 * `'ever'` is infinitely far away.
 */
export const toLater = (at: number, period: string, times = 1): number => {
  const [, count, unit = ''] = /(\d+)(\D+)/.exec(period) ?? [];
  if (!count) return Number.POSITIVE_INFINITY;
  const many = Number(count) * times;
  const days = DAYS[unit];
  const months = MONTHS[unit];
  const date = new Date(at);
  const day = date.getDate();
  if (days) date.setDate(day + days * many);
  else if (months) {
    date.setMonth(date.getMonth() + months * many);
    // The month has no such day, and the date went on into the next one.
    if (date.getDate() !== day) date.setDate(0);
  } else return at + times * toMs(period);
  return date.getTime();
};
