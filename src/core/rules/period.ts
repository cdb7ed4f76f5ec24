import { toMs } from '../duration.ts';

/**
 * The units of a period that follow the calendar: first those in days, then those in months. Shorter units have a fixed length in
 * milliseconds.
 */
const DAYS: { readonly [unit: string]: number } = { d: 1, w: 7 };
const MONTHS: { readonly [unit: string]: number } = { mo: 1, y: 12 };

/**
 * Adds a period, one or several times, to a time in milliseconds since 1970. Days and longer units follow the respondent's calendar:
 * daylight saving time does not change the time of day, and a day that the month does not have becomes the last day of the month.
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
    // The month has no such day, so the date moved into the next month.
    if (date.getDate() !== day) date.setDate(0);
  } else return at + times * toMs(period);
  return date.getTime();
};
