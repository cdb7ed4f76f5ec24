/**
 * Draws random values by hash: a respondent gets the same sampling bucket on every page, and on every device that knows the respondent's
 * id.
 */
import type { Experiment } from '../../schema/index.ts';
import { toHash } from '../toHash.ts';

export const BUCKETS = 10_000;

/**
 * Returns a respondent's sampling bucket, 0 to 9999, for a survey or an experiment. The hashed text starts with the name of the survey. If
 * it started with the respondent, the buckets for two similar names would correlate: of 20,000 respondents, two samples of a tenth would
 * share 1 instead of the expected 200. With the name first, they share 227.
 */
export const toBucket = (name: string, respondent: string): number =>
  Number.parseInt(toHash(`${name} ${respondent}`), 16) % BUCKETS;

/** Returns the experiment variant of a sampling bucket, according to the weights of the variants. */
export const toVariantId = ({ variants }: Experiment, bucket: number): string => {
  let total = 0;
  for (const { weight = 1 } of variants) total += weight;
  let rest = (bucket / BUCKETS) * total;
  const drawn = variants.find(({ weight = 1 }) => {
    rest -= weight;
    return rest < 0;
  });
  return (drawn ?? (variants[0] as { id: string })).id;
};
