import type { Difference, LevelOption } from './estimate.ts';
import { toInterval } from './toInterval.ts';
import { wilson } from './wilson.ts';

/** A proportion: `count` out of `n` answers. */
export type Proportion = { readonly count: number; readonly n: number };

/**
 * Estimates the proportion of `a` minus the proportion of `b`, −100–100 percentage points. Returns `null` when a group
 * has no answers. The groups must not share respondents.
 *
 * The interval combines the two Wilson intervals: Newcombe, "Interval Estimation for the Difference between
 * Independent Proportions", Statistics in Medicine 17, 1998, method 10.
 *
 * @throws TypeError when a count is not a number
 * @throws RangeError when a count is negative, fractional, NaN or more than its `n`, or the level is not between 0 and 1
 */
export function differenceOfProportions(a: Proportion, b: Proportion, options: LevelOption = {}): Difference | null {
  const first = wilson(a.count, a.n, options);
  const second = wilson(b.count, b.n, options);
  if (first === null || second === null) return null;
  const estimate = first.estimate - second.estimate;
  const raw = {
    low: estimate - Math.hypot(first.estimate - first.interval.low, second.interval.high - second.estimate),
    high: estimate + Math.hypot(first.interval.high - first.estimate, second.estimate - second.interval.low),
  };
  const interval = toInterval(raw, estimate, { low: -100, high: 100 });
  const excludesZero = interval.low > 0 || interval.high < 0;
  return { estimate, interval, n: first.n + second.n, method: 'newcombe', level: first.level, excludesZero };
}
