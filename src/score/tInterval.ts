import type { Estimate, Interval, LevelOption } from './estimate.ts';
import { parseLevel } from './parseLevel.ts';
import { toInterval } from './toInterval.ts';
import { tQuantile } from './tQuantile.ts';

/**
 * Estimates the mean of values that each occur `count` times. Expects valid counts. Returns `null` when all counts are 0.
 *
 * The interval is mean ± t·s/√n with n − 1 degrees of freedom (Student, "The Probable Error of a Mean", Biometrika 6,
 * 1908), limited to `possible`. It is `null` for one answer and for answers that are all the same, because the formula
 * would give a width of 0.
 */
export function tInterval(
  answers: readonly { readonly value: number; readonly count: number }[],
  possible: Interval,
  options: LevelOption,
): Estimate | null {
  const level = parseLevel(options);
  const given = answers.filter(({ count }) => count > 0);
  const n = given.reduce((sum, { count }) => sum + count, 0);
  if (n === 0) return null;
  const estimate = given.reduce((sum, { value, count }) => sum + value * count, 0) / n;
  if (new Set(given.map(({ value }) => value)).size === 1) {
    return { estimate: given[0]?.value ?? estimate, interval: null, n, method: 't', level };
  }
  const squares = given.reduce((sum, { value, count }) => sum + count * (value - estimate) ** 2, 0);
  const reach = tQuantile(level, n - 1) * Math.sqrt(squares / (n - 1) / n);
  const interval = toInterval({ low: estimate - reach, high: estimate + reach }, estimate, possible);
  return { estimate, interval, n, method: 't', level };
}
