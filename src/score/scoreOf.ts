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

/** The part of the answers in one segment. */
export type Box = {
  readonly segment: Segment;
  /** The scores that fall in it, from the lowest up. */
  readonly scores: readonly number[];
  readonly count: number;
  /** Percent of all answers, 0–100, with a Wilson interval. */
  readonly share: Estimate | null;
};

/** Everything there is to say about the answers to one instrument. The estimates are `null` when nobody answered. */
export type ScoreReport = {
  readonly instrument: Instrument;
  readonly n: number;
  /** What to call `score`. */
  readonly name: ScoreName;
  /** The unit of `score` and its interval. */
  readonly unit: Unit;
  /** The score to report. */
  readonly score: Estimate | null;
  /** Mean in the scale's own numbers: goes beside the score, never instead of it. */
  readonly mean: Estimate | null;
  /** Mean on 0–1 where 1 is the good end. */
  readonly normalizedMean: Estimate | null;
  /** One for each segment, best first; empty for `rating`. */
  readonly boxes: readonly Box[];
  /** One for each score of the scale, from the lowest up. `percent` is `null` when nobody answered. */
  readonly distribution: readonly { readonly score: number; readonly count: number; readonly percent: number | null }[];
};

/**
 * Scores the answers to one instrument the way that instrument is scored: NPS for `nps`, the share of 4–5 for `csat` and
 * `ease5`, of 5–7 for `ces2`, the mean effort for `ces1` (its box of little effort is 1–2 of 5, or 1–3 of 7), the
 * normalized mean for `rating`.
 *
 * @throws TypeError when a count is no number
 * @throws RangeError when the variant is never asked on that scale or in that direction, when there is not one count for
 * each score, when a count is negative, fractional or NaN, or when the level is not between 0 and 1
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
