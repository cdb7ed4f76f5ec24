import type { Scale, ScoreCounts } from './instrument.ts';
import { parseScale } from './parseInstrument.ts';
import { received } from './received.ts';

/**
 * Counts how often each score of the scale occurs. A score of 0 counts as an answer. The caller must leave out skipped
 * questions.
 *
 * @throws TypeError when a score is not a number (`"8"`, `true`, `null`)
 * @throws RangeError when a score is fractional, NaN or not on the scale
 */
export function countScores(scores: Iterable<number>, scale: Scale): ScoreCounts {
  const { min, max } = parseScale(scale);
  const counts = new Array<number>(max - min + 1).fill(0);
  for (const score of scores) {
    if (!Number.isInteger(score) || score < min || score > max) {
      const wanted = `Expected a score to be a whole number from ${min} to ${max}, got ${received(score)}`;
      throw typeof score === 'number' ? new RangeError(wanted) : new TypeError(wanted);
    }
    counts[score - min] = (counts[score - min] ?? 0) + 1;
  }
  return counts;
}
