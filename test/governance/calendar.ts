/** Adds periods by the respondent's calendar, field by field. */
const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

const daysIn = (year: number, month: number) => new Date(year, month + 1, 0).getDate();

/** Returns the end of a period in milliseconds since 1970. */
export const after = (at: number, period: string, times = 1): number => {
  if (period === 'ever') return Number.POSITIVE_INFINITY;
  const unit = period.replace(/\d/g, '');
  const count = Number.parseInt(period, 10) * times;
  const ms = UNITS[unit];
  if (ms) return at + count * ms;
  const from = new Date(at);
  const months = { mo: count, y: 12 * count }[unit] ?? 0;
  const first = new Date(from.getFullYear(), from.getMonth() + months, 1);
  const day = months ? Math.min(from.getDate(), daysIn(first.getFullYear(), first.getMonth())) : from.getDate();
  const days = { d: count, w: 7 * count }[unit] ?? 0;
  return new Date(
    first.getFullYear(),
    first.getMonth(),
    day + days,
    from.getHours(),
    from.getMinutes(),
    from.getSeconds(),
    from.getMilliseconds(),
  ).getTime();
};
