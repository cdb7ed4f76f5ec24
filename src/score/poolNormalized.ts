import type { Estimate, LevelOption } from './estimate.ts';
import type { Tally } from './instrument.ts';
import { normalize } from './normalize.ts';
import { parseCounts } from './parseCounts.ts';
import { parseInstrument } from './parseInstrument.ts';
import { tInterval } from './tInterval.ts';

/**
 * Estimates one mean, from 0 (worst) to 1 (best), over answers to different instruments. Each answer has the same weight.
 * Returns `null` when there are no answers. `interval` is a t interval, or `null` when there are not two different
 * answers.
 *
 * Pool only instruments that measure the same thing. A 7 on 0–10 and a 3.8 on 1–5 both become 0.7, but respondents use
 * the two scales differently. The result is not an NPS, CSAT or CES.
 *
 * @throws TypeError or RangeError when an instrument, a count or the level is invalid
 */
export function poolNormalized(groups: readonly Tally[], options: LevelOption = {}): Estimate | null {
  const answers = groups.flatMap(({ instrument, counts }) => {
    const { min } = parseInstrument(instrument);
    return parseCounts(counts, instrument).map((count, i) => ({ value: normalize(min + i, instrument), count }));
  });
  return tInterval(answers, { low: 0, high: 1 }, options);
}
