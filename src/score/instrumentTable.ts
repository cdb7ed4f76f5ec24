import type { Polarity, Segment, Variant } from './instrument.ts';

/** The name of the score to report: what the number is called beside it. */
export type ScoreName = 'nps' | 'top_2_box' | 'top_3_box' | 'mean_effort' | 'normalized_mean';

/** `points` −100–100 · `percent` 0–100 · `scale` the scale's own min–max · `share` 0–1. */
export type Unit = 'points' | 'percent' | 'scale' | 'share';

type Row = {
  /** The scales it may be asked on, as [min, max]; `null` for any. */
  readonly scales: readonly (readonly [number, number])[] | null;
  /** `null` where the instrument itself has to say. */
  readonly polarity: Polarity | null;
  readonly score: ScoreName;
  readonly unit: Unit;
  /** Best first. */
  readonly segments: readonly Segment[];
};

const CES_SEGMENTS = ['easy', 'neutral', 'difficult'] as const;

/** The instruments differ in data, not in code. */
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
  // Its box of little effort mirrors the newer wordings: 1–2 of 5 as in ease5, 1–3 of 7 as in ces2. So the same answers,
  // stored the other way round, fill the same box.
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
