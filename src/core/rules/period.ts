import { toMs } from '../duration.ts';

/** The units of a period, but for `visit` and `ever`. */
type Unit = 'ms' | 's' | 'm' | 'h' | 'd' | 'w' | 'mo' | 'y';

/**
 * Returns the time that lies a period, or several, after another; milliseconds since 1970. Days, weeks, months and years follow the
 * respondent's calendar: the same time of day across a change to summer time, and the last day of a month that is too short.
 * `'ever'` is infinitely far away.
 */
export const toLater = (at: number, period: string, times = 1): number => {
  const [, count, unit] = /(\d+)(\D+)/.exec(period) ?? [];
  if (!unit) return Number.POSITIVE_INFINITY;
  const many = Number(count) * times;
  const date = new Date(at);
  const day = date.getDate();
  const addMonths = (months: number) => {
    date.setMonth(date.getMonth() + months);
    // The month has no such day, and the date went on into the next one.
    if (date.getDate() !== day) date.setDate(0);
  };
  const known = unit as Unit;
  switch (known) {
    case 'd':
      date.setDate(day + many);
      break;
    case 'w':
      date.setDate(day + 7 * many);
      break;
    case 'mo':
      addMonths(many);
      break;
    case 'y':
      addMonths(12 * many);
      break;
    case 'ms':
    case 's':
    case 'm':
    case 'h':
      date.setTime(at + times * toMs(period));
      break;
    default:
      return known satisfies never;
  }
  return date.getTime();
};
