import type { IntervalEstimate, LevelOption } from './estimate.ts';
import { normalQuantile } from './normalQuantile.ts';
import { parseCount } from './parseCount.ts';
import { parseLevel } from './parseLevel.ts';

/**
 * Estimates a proportion, `count` out of `n`, in percent, 0–100. Returns `null` when `n` is 0.
 *
 * The interval is the score interval of Wilson, "Probable Inference, the Law of Succession, and Statistical Inference",
 * Journal of the American Statistical Association 22, 1927, without continuity correction.
 *
 * @throws TypeError when a count is not a number
 * @throws RangeError when a count is negative, fractional or NaN, `count` is more than `n`, or the level is not between
 * 0 and 1
 */
export function wilson(count: number, n: number, options: LevelOption = {}): IntervalEstimate | null {
  const part = parseCount(count, 'count');
  const whole = parseCount(n, 'n');
  const level = parseLevel(options);
  if (part > whole) throw new RangeError(`Expected count to be at most n, got ${part} of ${whole}`);
  if (whole === 0) return null;
  const estimate = (100 * part) / whole;
  const { middle, reach } = wilsonInterval(part, whole, normalQuantile(level));
  const interval = {
    // Sets the ends 0 and 100 exactly, because rounding would move them by about 1e-15.
    low: part === 0 ? 0 : Math.min(estimate, 100 * (middle - reach)),
    high: part === whole ? 100 : Math.max(estimate, 100 * (middle + reach)),
  };
  return { estimate, interval, n: whole, method: 'wilson', level };
}

/** Returns the middle of the interval and its half width, `reach`, on 0–1. `count` may be fractional. */
export function wilsonInterval(count: number, n: number, z: number): { middle: number; reach: number } {
  const size = n + z * z;
  const middle = (count + (z * z) / 2) / size;
  const reach = (z / size) * Math.sqrt((count * (n - count)) / n + (z * z) / 4);
  return { middle, reach };
}
