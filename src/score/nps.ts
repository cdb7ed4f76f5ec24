import { adjustNps } from './adjustNps.ts';
import type { IntervalEstimate, LevelOption } from './estimate.ts';
import { normalQuantile } from './normalQuantile.ts';
import { type NpsCounts, parseNpsCounts } from './npsCounts.ts';
import { parseLevel } from './parseLevel.ts';
import { toInterval } from './toInterval.ts';

/**
 * Estimates the Net Promoter Score, −100–100 points: 100·(promoters − detractors)/n (Reichheld 2003). `null` when nobody
 * answered.
 *
 * The interval is the adjusted Wald of Rocks (2016), cut to ±100 and never without the estimate. The three answers it adds
 * were studied at the 95 % level; they stay three at every level. Over all possible populations a 95 % interval holds the
 * truth 95 times in 100; in the least fortunate one, where promoters or detractors are missing altogether, 91 times with
 * 50 answers, 90 with 30, 86 with 10. With fewer it is a hint.
 *
 * @throws TypeError when a count is no number
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
