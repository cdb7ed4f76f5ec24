import type { ScoreCounts } from './instrument.ts';
import { parseCount } from './parseCount.ts';
import { parseCounts } from './parseCounts.ts';
import { received } from './received.ts';
import { segmentOf } from './segmentOf.ts';

/** The number of respondents in each segment: whole numbers, 0 or more. */
export type NpsCounts = { readonly promoters: number; readonly passives: number; readonly detractors: number };

const NPS = { variant: 'nps', min: 0, max: 10, polarity: 'higher_is_better' } as const;

/**
 * Adds up eleven counts, one for each score from 0 to 10, by segment.
 * @throws TypeError or RangeError when `counts` is not an array of eleven whole numbers, each 0 or more
 */
export function toNpsCounts(counts: ScoreCounts): NpsCounts {
  const sums = { promoter: 0, passive: 0, detractor: 0 };
  parseCounts(counts, NPS).forEach((count, score) => {
    const segment = segmentOf(NPS, score);
    if (segment === 'promoter' || segment === 'passive' || segment === 'detractor') sums[segment] += count;
  });
  return { promoters: sums.promoter, passives: sums.passive, detractors: sums.detractor };
}

/** Returns the counts and their sum `n`. @throws TypeError or RangeError that names the invalid count */
export function parseNpsCounts(counts: NpsCounts): NpsCounts & { readonly n: number } {
  if (typeof counts !== 'object' || counts === null || Array.isArray(counts)) {
    throw new TypeError(`Expected { promoters, passives, detractors }, got ${received(counts)}`);
  }
  const promoters = parseCount(counts.promoters, 'promoters');
  const passives = parseCount(counts.passives, 'passives');
  const detractors = parseCount(counts.detractors, 'detractors');
  const n = parseCount(promoters + passives + detractors, 'the sum of promoters, passives and detractors');
  return { promoters, passives, detractors, n };
}
