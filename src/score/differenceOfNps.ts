import { adjustNps } from './adjustNps.ts';
import type { Difference, LevelOption } from './estimate.ts';
import { normalQuantile } from './normalQuantile.ts';
import { type NpsCounts, parseNpsCounts } from './npsCounts.ts';
import { parseLevel } from './parseLevel.ts';
import { toInterval } from './toInterval.ts';

/** The difference between two NPS. `z` is the test statistic: above 1.96 or below −1.96 is significant at the 95 % level. */
export type NpsDifference = Difference & { readonly z: number };

/**
 * Estimates the NPS of `a` minus the NPS of `b`, −200–200 points. Returns `null` when a group has no answers. The groups
 * must not share respondents.
 *
 * Both groups are adjusted as for one NPS (Rocks 2016). z = Δ / √(SE₁² + SE₂²), and the interval is Δ ± z·SE, where Δ is
 * the difference of the adjusted scores. The estimate is the difference of the unadjusted scores.
 *
 * @throws TypeError when a count is not a number
 * @throws RangeError when a count is negative, fractional or NaN, or the level is not between 0 and 1
 */
export function differenceOfNps(a: NpsCounts, b: NpsCounts, options: LevelOption = {}): NpsDifference | null {
  const first = parseNpsCounts(a);
  const second = parseNpsCounts(b);
  const level = parseLevel(options);
  if (first.n === 0 || second.n === 0) return null;
  const estimate = plainNps(first) - plainNps(second);
  const one = adjustNps(first);
  const other = adjustNps(second);
  const delta = one.net - other.net;
  const error = Math.sqrt(one.variance + other.variance);
  const reach = normalQuantile(level) * error;
  const raw = { low: 100 * (delta - reach), high: 100 * (delta + reach) };
  const interval = toInterval(raw, estimate, { low: -200, high: 200 });
  return {
    estimate,
    interval,
    n: first.n + second.n,
    method: 'adjusted_wald',
    level,
    z: delta / error,
    excludesZero: interval.low > 0 || interval.high < 0,
  };
}

function plainNps({ promoters, detractors, n }: { promoters: number; detractors: number; n: number }): number {
  return (100 * (promoters - detractors)) / n;
}
