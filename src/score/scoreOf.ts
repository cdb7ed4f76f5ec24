import type { Estimate, LevelOption } from './estimate.ts';
import type { Instrument, ScoreCounts, Segment } from './instrument.ts';
import { instrumentTable, type ScoreName, type Unit } from './instrumentTable.ts';
import { meanOf, normalizedMeanOf } from './meanOf.ts';
import { nps } from './nps.ts';
import { toNpsCounts } from './npsCounts.ts';
import { parseCounts, total } from './parseCounts.ts';
import { parseInstrument } from './parseInstrument.ts';
import { segmentOf } from './segmentOf.ts';
import { wilson } from './wilson.ts';

/** The number and the share of the answers in one segment. */
export type Box = {
  readonly segment: Segment;
  /** The scores in the segment, lowest first. */
  readonly scores: readonly number[];
  readonly count: number;
  /** The percentage of all answers that are in the segment, 0–100, with a Wilson interval. */
  readonly share: Estimate | null;
};

/** The counts and estimates of all answers to one instrument. The estimates are `null` when there are no answers. */
export type ScoreReport = {
  readonly instrument: Instrument;
  readonly n: number;
  /** The name of the score, such as `nps`. */
  readonly name: ScoreName;
  /** The unit of the score and of its confidence interval. */
  readonly unit: Unit;
  /** The score that the instrument reports. */
  readonly score: Estimate | null;
  /** The mean in the unit of the scale. Show it in addition to `score`, not instead of `score`. */
  readonly mean: Estimate | null;
  /** The mean score, converted to 0 (worst) … 1 (best). */
  readonly normalizedMean: Estimate | null;
  /** The results of each segment, best segment first; empty for `rating`. */
  readonly boxes: readonly Box[];
  /** One entry for each score of the scale, lowest first. `percent` is `null` when there are no answers. */
  readonly distribution: readonly { readonly score: number; readonly count: number; readonly percent: number | null }[];
};

/**
 * Computes the score of an instrument from its answer counts: NPS for `nps`, the percentage of scores 4–5 for `csat` and
 * `ease5`, the percentage of scores 5–7 for `ces2`, the mean effort for `ces1` (its `easy` box is 1–2 of 5, or 1–3 of
 * 7), and the normalized mean for `rating`.
 *
 * @throws TypeError when a count is not a number
 * @throws RangeError when the variant does not allow the scale or polarity, when there is not one count for each score,
 * when a count is negative, fractional or NaN, or when the level is not between 0 and 1
 */
export function scoreOf(instrument: Instrument, counts: ScoreCounts, options: LevelOption = {}): ScoreReport {
  const { variant, min } = parseInstrument(instrument);
  const parsed = parseCounts(counts, instrument);
  const n = total(parsed);
  const row = instrumentTable[variant];
  const distribution = parsed.map((count, i) => ({
    score: min + i,
    count,
    percent: n === 0 ? null : (100 * count) / n,
  }));
  const boxes = row.segments.map((segment): Box => {
    const inside = distribution.filter(({ score }) => segmentOf(instrument, score) === segment);
    const count = total(inside.map((entry) => entry.count));
    return { segment, scores: inside.map(({ score }) => score), count, share: wilson(count, n, options) };
  });
  const mean = meanOf(parsed, instrument, options);
  const normalizedMean = normalizedMeanOf(parsed, instrument, options);
  return {
    instrument,
    n,
    name: row.score,
    unit: row.unit,
    score: reported(),
    mean,
    normalizedMean,
    boxes,
    distribution,
  };

  function reported(): Estimate | null {
    switch (row.score) {
      case 'nps':
        return nps(toNpsCounts(parsed), options);
      case 'top_2_box':
      case 'top_3_box':
        return boxes[0]?.share ?? null;
      case 'mean_effort':
        return mean;
      case 'normalized_mean':
        return normalizedMean;
      default: {
        const unknown: never = row.score;
        return unknown;
      }
    }
  }
}
