/**
 * Adds a period of `schema/frequency.ts` (`'250ms'`, `'30d'`, `'3mo'`) to a time in milliseconds since 1970. Days and longer units follow
 * the local calendar: daylight saving time does not change the time of day, and a day that the month does not have becomes the last day of
 * the month. `travelOn` runs the source of this function in a page, so the function must not reference anything outside itself.
 */
export const addPeriod = (time: number, period: string): number => {
  const [, amount, unit] = /^(\d{1,8})(ms|mo|[smhdwy])$/.exec(period) ?? [];
  if (!unit) throw new TypeError(`Expected a period such as "92d" (ms s m h d w mo y), received "${period}".`);
  const count = Number(amount);
  const fixed = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 }[unit];
  if (fixed) return time + count * fixed;
  const date = new Date(time);
  if (unit === 'd' || unit === 'w') return date.setDate(date.getDate() + count * (unit === 'w' ? 7 : 1));
  const day = date.getDate();
  const moved = date.setMonth(date.getMonth() + count * (unit === 'y' ? 12 : 1));
  // `setMonth` moves the 31st of a month with 30 days to the 1st of the next month. `setDate(0)` then goes back to the last day of the
  // month.
  return date.getDate() === day ? moved : date.setDate(0);
};
