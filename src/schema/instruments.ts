/**
 * The instruments, one row each. Plain data and no zod: the browser, the arithmetic and the schemas read the same table,
 * so a scale can't mean one thing where it is asked and another where it is scored.
 */

export type Metric = 'nps' | 'csat' | 'ces' | 'rating';
export type CesVariant = 'ces2' | 'ease5' | 'ces1';
export type Variant = 'nps' | 'csat' | CesVariant | 'rating';
export type Polarity = 'higher_is_better' | 'lower_is_better';
export type Segment =
  | 'promoter'
  | 'passive'
  | 'detractor'
  | 'satisfied'
  | 'neutral'
  | 'dissatisfied'
  | 'easy'
  | 'difficult';

const METRICS: readonly string[] = ['nps', 'csat', 'ces', 'rating'] satisfies readonly Metric[];

/** Whether questions of this type have a score. */
export const isMetric = (type: string): type is Metric => METRICS.includes(type);

/** What a number means: without it a stored `2` can't be scored. */
export interface Instrument {
  readonly variant: Variant;
  readonly min: number;
  readonly max: number;
  readonly polarity: Polarity;
}

/** The upper ends that a variant may have; the first is its default. `rating` brings its own. */
export const MAXIMA: Readonly<Record<Exclude<Variant, 'rating'>, readonly number[]>> = {
  nps: [10],
  csat: [5],
  ces2: [7],
  ease5: [5],
  ces1: [5, 7],
};

/** The polarity of every variant but `rating`, which must say. */
export const polarityOf = (variant: Exclude<Variant, 'rating'>): Polarity =>
  variant === 'ces1' ? 'lower_is_better' : 'higher_is_better';

/** Maps a score to 0 (worst) … 1 (best), whatever the direction of its scale. */
export const toNormalized = (score: number, { min, max, polarity }: Omit<Instrument, 'variant'>): number =>
  (polarity === 'lower_is_better' ? max - score : score - min) / (max - min);

/**
 * Names the segment of a score; `undefined` for `rating`, which has none.
 * NPS: 0–6, 7–8, 9–10 (Reichheld 2003). CSAT: 1–2, 3, 4–5. CES: below, at or above the middle point, in the direction of ease.
 */
export const toSegment = (score: number, instrument: Instrument): Segment | undefined => {
  const { variant } = instrument;
  if (variant === 'nps') return score > 8 ? 'promoter' : score > 6 ? 'passive' : 'detractor';
  if (variant === 'rating') return undefined;
  const side = toNormalized(score, instrument) - 0.5;
  if (!side) return 'neutral';
  const csat = variant === 'csat';
  return side > 0 ? (csat ? 'satisfied' : 'easy') : csat ? 'dissatisfied' : 'difficult';
};
