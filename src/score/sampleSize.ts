import { adjustNps } from './adjustNps.ts';
import type { LevelOption } from './estimate.ts';
import { normalQuantile } from './normalQuantile.ts';
import { parseLevel } from './parseLevel.ts';
import { received } from './received.ts';
import { wilsonInterval } from './wilson.ts';

export type NpsPlan = LevelOption & {
  /** Points either side of the score that are good enough: half the width of the interval. */
  margin: number;
  /** Percent of promoters and detractors to expect. @default 50 and 50, which needs the most answers */
  expected?: { promoters: number; detractors: number } | undefined;
};

export type ProportionPlan = LevelOption & {
  /** Percentage points that are good enough: half the width of the interval. */
  margin: number;
  /** The percentage to expect. @default 50, which needs the most answers */
  expected?: number | undefined;
};

/**
 * Finds how many answers (not people asked) give an NPS to ± `margin` points: the fewest whose adjusted Wald interval, the
 * one {@link nps} returns, is no wider. Textbook formulas without the adjustment, n = z²·V/d², come out a few higher.
 *
 * @throws RangeError when the margin is not above 0 or needs more answers than can be counted, when the expected percentages
 * are not within 0–100 together, or when the level is not between 0 and 1
 */
export function sampleSizeForNps({
  margin,
  expected = { promoters: 50, detractors: 50 },
  ...options
}: NpsPlan): number {
  const promoters = parsePercent(expected.promoters, 'expected.promoters') / 100;
  const detractors = parsePercent(expected.detractors, 'expected.detractors') / 100;
  parsePercent(expected.promoters + expected.detractors, 'expected.promoters and expected.detractors together');
  const z = normalQuantile(parseLevel(options));
  return fewest(margin, (n) => {
    const { variance } = adjustNps({ promoters: promoters * n, detractors: detractors * n, n });
    return 100 * z * Math.sqrt(variance);
  });
}

/**
 * Finds how many answers (not people asked) give a percentage to ± `margin` points: the fewest whose Wilson interval, the
 * one {@link wilson} returns, is no wider than twice that.
 *
 * @throws RangeError when the margin is not above 0 or needs more answers than can be counted, when the expected percentage
 * is not within 0–100, or when the level is not between 0 and 1
 */
export function sampleSizeForProportion({ margin, expected = 50, ...options }: ProportionPlan): number {
  const share = parsePercent(expected, 'expected') / 100;
  const z = normalQuantile(parseLevel(options));
  return fewest(margin, (n) => 100 * wilsonInterval(share * n, n, z).reach);
}

/** `halfWidth` never grows with n, whatever is expected: so doubling finds a range and halving finds the number. */
function fewest(margin: number, halfWidth: (n: number) => number): number {
  if (!(margin > 0)) throw new RangeError(`Expected margin to be above 0, got ${received(margin)}`);
  let enough = 1;
  while (halfWidth(enough) > margin) {
    enough *= 2;
    if (enough > Number.MAX_SAFE_INTEGER) {
      throw new RangeError(`Expected margin to be within reach of a sample, got ${received(margin)}`);
    }
  }
  let tooFew = Math.floor(enough / 2);
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (halfWidth(middle) > margin) tooFew = middle;
    else enough = middle;
  }
  return enough;
}

function parsePercent(value: number, name: string): number {
  if (value >= 0 && value <= 100) return value;
  throw new RangeError(`Expected ${name} to be within 0–100 percent, got ${received(value)}`);
}
