const UNIT_MS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/**
 * Returns the moment a period after another, milliseconds since 1970. Days and longer go by the respondent's calendar: the same time
 * of day, whatever summer time does, and the last of a month where the day is missing. `'ever'` is infinitely far.
 */
export const toLater = (at: number, period: string, times = 1): number => {
  const [, count, unit] = /(\d+)(\D+)/.exec(period) ?? [];
  if (!unit) return Number.POSITIVE_INFINITY;
  const many = Number(count) * times;
  const date = new Date(at);
  const day = date.getDate();
  if (/^[dw]/.test(unit)) date.setDate(day + many * (unit === 'w' ? 7 : 1));
  else if (/[oy]/.test(unit)) {
    date.setMonth(date.getMonth() + many * (unit === 'y' ? 12 : 1));
    if (date.getDate() !== day) date.setDate(0);
  } else date.setTime(at + many * UNIT_MS[unit as 's']);
  return date.getTime();
};
