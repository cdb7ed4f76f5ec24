/** Drawing by hash: the same respondent, the same draw, on every page and device that knows them. */
import type { Experiment } from '../../schema/index.ts';
import { toHash } from '../toHash.ts';

export const BUCKETS = 10_000;

/** Returns the place of a respondent in 0 … 9999, another for each survey or experiment. What it is for stands first: two that differ in a letter have nothing in common then. */
export const toBucket = (name: string, respondent: string): number =>
  Number.parseInt(toHash(`${name} ${respondent}`), 16) % BUCKETS;

/** Says which variant of an experiment somebody gets, by their place and the variants' weights. */
export const toVariantId = ({ variants }: Experiment, bucket: number): string => {
  const total = variants.reduce((sum, { weight = 1 }) => sum + weight, 0);
  let rest = (bucket / BUCKETS) * total;
  const drawn = variants.find(({ weight = 1 }) => {
    rest -= weight;
    return rest < 0;
  });
  return (drawn ?? (variants[0] as { id: string })).id;
};
