/**
 * Adds a period of `schema/frequency.ts` (`'250ms'`, `'30d'`, `'3mo'`) to a time in milliseconds since 1970. Days and longer go by the local calendar: the same
 * time of day, whatever summer time does, and the month's last day where it has no such day. Its source is run in pages too: it may name nothing outside itself.
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
  // The 31st of a month of 30 days is the first of the next: day 0 is the last of the one meant.
  return date.getDate() === day ? moved : date.setDate(0);
};
