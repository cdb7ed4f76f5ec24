import type { Scale, ScoreCounts } from './instrument.ts';
import { parseCount } from './parseCount.ts';
import { received } from './received.ts';

/**
 * Checks that there is one valid count for each score of the scale, and returns the counts.
 * @throws TypeError when `counts` is not an array, or an entry is not a number
 * @throws RangeError when there are too many or too few counts, or an entry is negative, fractional or NaN
 */
export function parseCounts(counts: unknown, { min, max }: Scale): ScoreCounts {
  if (!Array.isArray(counts)) throw new TypeError(`Expected counts to be an array, got ${received(counts)}`);
  const length = max - min + 1;
  if (counts.length !== length) {
    throw new RangeError(
      `Expected ${length} counts, one for each score from ${min} to ${max}, got ${counts.length} counts`,
    );
  }
  const parsed = Array.from(counts, (count: unknown, i) => parseCount(count, `the count of score ${min + i}`));
  parseCount(total(parsed), 'the sum of all counts');
  return parsed;
}

export function total(counts: ScoreCounts): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
