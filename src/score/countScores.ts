import type { Scale, ScoreCounts } from './instrument.ts';
import { parseScale } from './parseInstrument.ts';
import { received } from './received.ts';

/**
 * Counts single scores into one count for each score of the scale. A score of 0 is an answer; what was skipped must be
 * left out before.
 *
 * @throws TypeError when a score is no number (`"8"`, `true`, `null`)
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
