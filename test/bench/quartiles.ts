/** The middle half of a sample, and its middle. */
export interface Quartiles {
  low: number;
  median: number;
  high: number;
}

/** Returns the value below which a share of the sorted values lies; between two of them it interpolates linearly (Hyndman and Fan's type 7). */
const quantileOf = (sorted: readonly number[], share: number): number => {
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] as number;
  const above = sorted[Math.ceil(position)] as number;
  return below + (above - below) * (position % 1);
};

/** Returns the quartiles of a sample in any order. Throws when there is no value, or when one is not finite. */
export const toQuartiles = (values: readonly number[]): Quartiles => {
  if (values.length === 0) throw new Error('The quartiles of no values are undefined.');
  if (!values.every(Number.isFinite)) throw new Error(`Expected finite values, got ${values.join(', ')}.`);
  const sorted = [...values].sort((a, b) => a - b);
  return { low: quantileOf(sorted, 0.25), median: quantileOf(sorted, 0.5), high: quantileOf(sorted, 0.75) };
};
