/** Formats values for sentences in English. */

const UNITS = new Map([
  ['ms', 'millisecond'],
  ['s', 'second'],
  ['m', 'minute'],
  ['h', 'hour'],
  ['d', 'day'],
  ['w', 'week'],
  ['mo', 'month'],
  ['y', 'year'],
]);
export const toCount = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;
/** Formats a period: `'14d'` becomes "14 days". */
export const toPeriod = (period: string): string => {
  const [, count, unit = ''] = /(\d+)(\D+)/.exec(period) ?? [];
  return toCount(Number(count), `${UNITS.get(unit)}`);
};
export const toDuration = (ms: number): string => {
  const minutes = ms / 60_000;
  if (minutes < 1) return 'less than a minute';
  const [count, unit] =
    minutes < 90 ? [minutes, 'minute'] : minutes < 2880 ? [minutes / 60, 'hour'] : [minutes / 1440, 'day'];
  return toCount(Math.ceil(count), unit);
};

export const quote = (value: unknown) => (typeof value === 'string' ? `“${value}”` : `${value}`);
/** Formats a list: `a`, `a or b`, `a, b or c`. */
export const toList = (all: readonly string[], last = 'or'): string =>
  all.length < 2 ? all.join() : `${all.slice(0, -1).join(', ')} ${last} ${all.at(-1)}`;
