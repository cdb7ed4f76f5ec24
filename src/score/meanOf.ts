import type { Estimate, LevelOption } from './estimate.ts';
import type { Scale, ScoreCounts } from './instrument.ts';
import { normalize } from './normalize.ts';
import { parseCounts } from './parseCounts.ts';
import { parseScale } from './parseInstrument.ts';
import { tInterval } from './tInterval.ts';

/**
 * Estimates the mean score in the scale's own numbers, min–max, whichever end is the good one. `null` when nobody
 * answered; a t interval from two answers that differ, else `interval: null`.
 *
 * @throws TypeError or RangeError when the scale, the counts or the level are none
 */
export function meanOf(counts: ScoreCounts, scale: Scale, options: LevelOption = {}): Estimate | null {
  const { min, max } = parseScale(scale);
  const answers = parseCounts(counts, scale).map((count, i) => ({ value: min + i, count }));
  return tInterval(answers, { low: min, high: max }, options);
}

/**
 * Estimates the mean on 0–1 where 1 is the good end. Same interval and errors as {@link meanOf}, in the other unit.
 */
export function normalizedMeanOf(counts: ScoreCounts, scale: Scale, options: LevelOption = {}): Estimate | null {
  const mean = meanOf(counts, scale, options);
  if (mean === null) return null;
  const estimate = normalize(mean.estimate, scale);
  if (mean.interval === null) return { ...mean, estimate };
  const low = normalize(mean.interval.low, scale);
  const high = normalize(mean.interval.high, scale);
  // Where lower is better the ends change places.
  return { ...mean, estimate, interval: { low: Math.min(low, high), high: Math.max(low, high) } };
}
