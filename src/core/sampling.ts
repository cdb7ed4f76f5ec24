/** Drawing by hash: the same respondent, the same draw, on every page and device that knows them. */
import type { Experiment } from '../schema/index.ts';
import { toHash } from './toHash.ts';

export const BUCKETS = 10_000;

/** Returns the place of a text in 0 … 9999. The hash alone would give two surveys with almost the same id almost the same respondents. */
export const toBucket = (text: string): number => {
  const hash = Number.parseInt(toHash(text), 16);
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return ((mixed ^ (mixed >>> 13)) >>> 0) % BUCKETS;
};

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
