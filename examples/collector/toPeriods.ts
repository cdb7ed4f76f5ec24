import type { Period } from './filterWords.ts';

/** Maximum number of periods. More periods than this indicate events with wrong times. */
const MAX_PERIODS = 2_000;

const toNext = (date: string, period: Period): string => {
  const next = new Date(`${date}T00:00:00Z`);
  if (period === 'month') next.setUTCMonth(next.getUTCMonth() + 1);
  else next.setUTCDate(next.getUTCDate() + (period === 'week' ? 7 : 1));
  return next.toISOString().slice(0, 10);
};

/** Lists all periods from the first to the last, including periods without answers, so that the trend shows gaps. */
export const toPeriods = (starts: readonly string[], period: Period): readonly string[] => {
  const sorted = [...starts].sort();
  const [first] = sorted;
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return [];
  const periods = [first];
  for (let date = toNext(first, period); date <= last; date = toNext(date, period)) {
    periods.push(date);
    if (periods.length > MAX_PERIODS) return sorted;
  }
  return periods;
};
