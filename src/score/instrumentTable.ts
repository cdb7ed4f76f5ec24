import type { Polarity, Segment, Variant } from './instrument.ts';

/** The name of the score that an instrument reports. */
export type ScoreName = 'nps' | 'top_2_box' | 'top_3_box' | 'mean_effort' | 'normalized_mean';

/** The unit of a score: `points` is −100–100, `percent` 0–100, `scale` the `min`–`max` of the scale, `share` 0–1. */
export type Unit = 'points' | 'percent' | 'scale' | 'share';

type Row = {
  /** The scales that the instrument allows, as [min, max]; `null` allows any scale. */
  readonly scales: readonly (readonly [number, number])[] | null;
  /** The polarity of the scale; `null` when it comes from the survey. */
  readonly polarity: Polarity | null;
  readonly score: ScoreName;
  readonly unit: Unit;
  /** The segments, from the best to the worst. */
  readonly segments: readonly Segment[];
};

const CES_SEGMENTS = ['easy', 'neutral', 'difficult'] as const;

/** How the score of each instrument is computed. */
export const instrumentTable: Readonly<Record<Variant, Row>> = {
  nps: {
    scales: [[0, 10]],
    polarity: 'higher_is_better',
    score: 'nps',
    unit: 'points',
    segments: ['promoter', 'passive', 'detractor'],
  },
  csat: {
    scales: [[1, 5]],
    polarity: 'higher_is_better',
    score: 'top_2_box',
    unit: 'percent',
    segments: ['satisfied', 'neutral', 'dissatisfied'],
  },
  ces2: {
    scales: [[1, 7]],
    polarity: 'higher_is_better',
    score: 'top_3_box',
    unit: 'percent',
    segments: CES_SEGMENTS,
  },
  ease5: {
    scales: [[1, 5]],
    polarity: 'higher_is_better',
    score: 'top_2_box',
    unit: 'percent',
    segments: CES_SEGMENTS,
  },
  // The `easy` segment mirrors the newer CES wordings: scores 1–2 of 5 (ease5 has 4–5), scores 1–3 of 7 (ces2 has 5–7).
  ces1: {
    scales: [
      [1, 5],
      [1, 7],
    ],
    polarity: 'lower_is_better',
    score: 'mean_effort',
    unit: 'scale',
    segments: CES_SEGMENTS,
  },
  rating: { scales: null, polarity: null, score: 'normalized_mean', unit: 'share', segments: [] },
};
