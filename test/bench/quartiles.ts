/** The first quartile, the median and the third quartile of a sample. */
export interface Quartiles {
  low: number;
  median: number;
  high: number;
}

/** Returns a quantile of sorted values; `share` is from 0 to 1. Interpolates linearly between two values (Hyndman and Fan's type 7). */
const quantileOf = (sorted: readonly number[], share: number): number => {
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] as number;
  const above = sorted[Math.ceil(position)] as number;
  return below + (above - below) * (position % 1);
};

/** Returns the quartiles of unsorted values. Throws when the list is empty or a value is not finite. */
export const toQuartiles = (values: readonly number[]): Quartiles => {
  if (values.length === 0) throw new Error('Expected at least one value, got an empty list.');
  if (!values.every(Number.isFinite)) throw new Error(`Expected finite values, got ${values.join(', ')}.`);
  const sorted = [...values].sort((a, b) => a - b);
  return { low: quantileOf(sorted, 0.25), median: quantileOf(sorted, 0.5), high: quantileOf(sorted, 0.75) };
};
