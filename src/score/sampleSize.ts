import { adjustNps } from './adjustNps.ts';
import type { LevelOption } from './estimate.ts';
import { normalQuantile } from './normalQuantile.ts';
import { parseLevel } from './parseLevel.ts';
import { received } from './received.ts';
import { wilsonInterval } from './wilson.ts';

export type NpsPlan = LevelOption & {
  /** The acceptable margin of error, in NPS points: half the width of the interval. */
  margin: number;
  /** The expected percentages of promoters and detractors. @default 50 and 50, which needs the most answers */
  expected?: { promoters: number; detractors: number } | undefined;
};

export type ProportionPlan = LevelOption & {
  /** The acceptable margin of error, in percentage points: half the width of the interval. */
  margin: number;
  /** The expected percentage. @default 50, which needs the most answers */
  expected?: number | undefined;
};

/**
 * Returns the smallest number of answers (not displays) for which the interval of {@link nps} reaches at most
 * `margin` points to either side. The textbook formula without the adjustment, n = z²·V/d², gives slightly higher numbers.
 *
 * @throws RangeError when the margin is not above 0 or needs more than `Number.MAX_SAFE_INTEGER` answers, when the sum of
 * the expected percentages is not within 0–100, or when the level is not between 0 and 1
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
 * Returns the smallest number of answers (not displays) for which the interval of {@link wilson} reaches at most
 * `margin` percentage points to either side.
 *
 * @throws RangeError when the margin is not above 0 or needs more than `Number.MAX_SAFE_INTEGER` answers, when the
 * expected percentage is not within 0–100, or when the level is not between 0 and 1
 */
export function sampleSizeForProportion({ margin, expected = 50, ...options }: ProportionPlan): number {
  const share = parsePercent(expected, 'expected') / 100;
  const z = normalQuantile(parseLevel(options));
  return fewest(margin, (n) => 100 * wilsonInterval(share * n, n, z).reach);
}

/** Finds the smallest n with `halfWidth(n) <= margin`, by doubling and then bisection: `halfWidth` never grows with n. */
function fewest(margin: number, halfWidth: (n: number) => number): number {
  if (!(margin > 0)) throw new RangeError(`Expected margin to be above 0, got ${received(margin)}`);
  let enough = 1;
  while (halfWidth(enough) > margin) {
    enough *= 2;
    if (enough > Number.MAX_SAFE_INTEGER) {
      throw new RangeError(
        `Expected a margin that ${Number.MAX_SAFE_INTEGER} answers can reach, got ${received(margin)}`,
      );
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
