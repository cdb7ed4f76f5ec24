import type { Estimate, LevelOption } from './estimate.ts';
import type { Tally } from './instrument.ts';
import { normalize } from './normalize.ts';
import { parseCounts } from './parseCounts.ts';
import { parseInstrument } from './parseInstrument.ts';
import { tInterval } from './tInterval.ts';

/**
 * Estimates one mean on 0–1, where 1 is the good end, over answers to different instruments. Each answer weighs the same.
 * `null` when nobody answered; a t interval from two answers that differ, else `interval: null`.
 *
 * Only for whoever decided that the instruments measure one thing: on 0–1 a 7 of 0–10 and a 3.8 of 1–5 look alike, and
 * people do not use the two scales alike. The result is no NPS, CSAT or CES.
 *
 * @throws TypeError or RangeError when a group's instrument or counts, or the level, are none
 */
export function poolNormalized(groups: readonly Tally[], options: LevelOption = {}): Estimate | null {
  const answers = groups.flatMap(({ instrument, counts }) => {
    const { min } = parseInstrument(instrument);
    return parseCounts(counts, instrument).map((count, i) => ({ value: normalize(min + i, instrument), count }));
  });
  return tInterval(answers, { low: 0, high: 1 }, options);
}
