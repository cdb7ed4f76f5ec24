import type { Estimate, LevelOption } from './estimate.ts';
import type { Scale, ScoreCounts } from './instrument.ts';
import { normalize } from './normalize.ts';
import { parseCounts } from './parseCounts.ts';
import { parseScale } from './parseInstrument.ts';
import { tInterval } from './tInterval.ts';

/**
 * Estimates the mean score in the unit of the scale, `min`–`max`; polarity is not applied. Returns `null` when there are
 * no answers. `interval` is a t interval, or `null` when there are not two different answers.
 *
 * @throws TypeError or RangeError when the scale, the counts or the level are invalid
 */
export function meanOf(counts: ScoreCounts, scale: Scale, options: LevelOption = {}): Estimate | null {
  const { min, max } = parseScale(scale);
  const answers = parseCounts(counts, scale).map((count, i) => ({ value: min + i, count }));
  return tInterval(answers, { low: min, high: max }, options);
}

/**
 * Estimates the mean score on a scale from 0 (worst) to 1 (best). Has the same interval, in that unit, and the same errors
 * as {@link meanOf}.
 */
export function normalizedMeanOf(counts: ScoreCounts, scale: Scale, options: LevelOption = {}): Estimate | null {
  const mean = meanOf(counts, scale, options);
  if (mean === null) return null;
  const estimate = normalize(mean.estimate, scale);
  if (mean.interval === null) return { ...mean, estimate };
  const low = normalize(mean.interval.low, scale);
  const high = normalize(mean.interval.high, scale);
  // With `lower_is_better`, normalizing swaps the two ends.
  return { ...mean, estimate, interval: { low: Math.min(low, high), high: Math.max(low, high) } };
}
