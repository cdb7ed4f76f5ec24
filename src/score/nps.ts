import { adjustNps } from './adjustNps.ts';
import type { IntervalEstimate, LevelOption } from './estimate.ts';
import { normalQuantile } from './normalQuantile.ts';
import { type NpsCounts, parseNpsCounts } from './npsCounts.ts';
import { parseLevel } from './parseLevel.ts';
import { toInterval } from './toInterval.ts';

/**
 * Estimates the Net Promoter Score, −100–100 points: 100·(promoters − detractors)/n (Reichheld 2003). Returns `null` when
 * there are no answers.
 *
 * The interval is the adjusted Wald interval of Rocks (2016), limited to ±100 and widened to include the estimate. Rocks
 * studied the three added answers at the 95 % level; this function adds three at every level. Averaged over all
 * populations, a 95 % interval contains the true score in 95 % of samples. The worst populations have no promoters or no
 * detractors: there the interval contains the true score in 91 % of samples with 50 answers, 90 % with 30 and 86 % with
 * 10. With fewer than 10 answers the interval is only a rough guide.
 *
 * @throws TypeError when a count is not a number
 * @throws RangeError when a count is negative, fractional or NaN, or the level is not between 0 and 1
 */
export function nps(counts: NpsCounts, options: LevelOption = {}): IntervalEstimate | null {
  const parsed = parseNpsCounts(counts);
  const level = parseLevel(options);
  const { promoters, detractors, n } = parsed;
  if (n === 0) return null;
  const estimate = (100 * (promoters - detractors)) / n;
  const { net, variance } = adjustNps(parsed);
  const reach = normalQuantile(level) * Math.sqrt(variance);
  const raw = { low: 100 * (net - reach), high: 100 * (net + reach) };
  const interval = toInterval(raw, estimate, { low: -100, high: 100 });
  return { estimate, interval, n, method: 'adjusted_wald', level };
}
