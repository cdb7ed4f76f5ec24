/** Draws by hash: the same respondent gets the same place on every page and device that knows their id. */
import type { Experiment } from '../../schema/index.ts';
import { toHash } from '../toHash.ts';

export const BUCKETS = 10_000;

/**
 * Returns the place of a respondent, 0 to 9999, for a survey or an experiment. Its name comes first in the hashed text: with the
 * respondent first, the places for two names that differ in one letter depend on each other: of two tenths of 20,000 respondents, 1 was in
 * both instead of 200; with the name first, 227.
 */
export const toBucket = (name: string, respondent: string): number =>
  Number.parseInt(toHash(`${name} ${respondent}`), 16) % BUCKETS;

/** Returns the variant of an experiment for a place, by the variants' weights. */
export const toVariantId = ({ variants }: Experiment, bucket: number): string => {
  const total = variants.reduce((sum, { weight = 1 }) => sum + weight, 0);
  let rest = (bucket / BUCKETS) * total;
  const drawn = variants.find(({ weight = 1 }) => {
    rest -= weight;
    return rest < 0;
  });
  return (drawn ?? (variants[0] as { id: string })).id;
};
