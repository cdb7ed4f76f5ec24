/**
 * The tables of the instruments. This file does not import zod, so that the browser, the score functions and the schemas can share the
 * tables. Asking and scoring thus use the same scales.
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

/** Returns true when questions of this type have a score. */
export const isMetric = (type: string): type is Metric => METRICS.includes(type);

/** The instrument that gives a score its meaning. Scoring needs the instrument, because a score of 2 can be good or bad. */
export interface Instrument {
  readonly variant: Variant;
  readonly min: number;
  readonly max: number;
  readonly polarity: Polarity;
}

/** The allowed values of `max` for each instrument variant; the first is the default. A `rating` question defines its own `max`. */
export const MAXIMA: Readonly<Record<Exclude<Variant, 'rating'>, readonly number[]>> = {
  nps: [10],
  csat: [5],
  ces2: [7],
  ease5: [5],
  ces1: [5, 7],
};

/** Returns the polarity of an instrument variant. A `rating` question defines its own polarity. */
export const polarityOf = (variant: Exclude<Variant, 'rating'>): Polarity =>
  variant === 'ces1' ? 'lower_is_better' : 'higher_is_better';

/** Converts a score to 0 (worst) … 1 (best), with the polarity applied. */
export const toNormalized = (score: number, { min, max, polarity }: Omit<Instrument, 'variant'>): number =>
  (polarity === 'lower_is_better' ? max - score : score - min) / (max - min);

/**
 * Returns the segment of a score; `undefined` for `rating`, which has no segments. NPS: detractor 0–6, passive 7–8, promoter
 * 9–10 (Reichheld 2003). CSAT: dissatisfied 1–2, neutral 3, satisfied 4–5. CES: easy on the better side of the midpoint,
 * neutral at the midpoint, difficult on the worse side.
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
