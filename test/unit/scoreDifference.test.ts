import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  differenceOfNps,
  differenceOfProportions,
  nps,
  sampleSizeForNps,
  sampleSizeForProportion,
  wilson,
} from '../../src/score/index.ts';

const npsCounts = (promoters: number, passives: number, detractors: number) => ({ promoters, passives, detractors });
const nobody = npsCounts(0, 0, 0);
const anyCount = fc.integer({ min: 0, max: 2_000 });
const anyNps = fc
  .record({ promoters: anyCount, passives: anyCount, detractors: anyCount })
  .filter(({ promoters, passives, detractors }) => promoters + passives + detractors > 0);
const anyProportion = fc
  .integer({ min: 1, max: 2_000 })
  .chain((n) => fc.record({ count: fc.integer({ min: 0, max: n }), n: fc.constant(n) }));

describe('differenceOfNps', () => {
  it('reports 20 points between two groups of 100 answers as not significant', () => {
    const difference = differenceOfNps(npsCounts(50, 30, 20), npsCounts(40, 30, 30));
    expect(difference).toMatchObject({
      estimate: 20,
      n: 200,
      method: 'adjusted_wald',
      level: 0.95,
      excludesZero: false,
    });
    expect(difference?.z).toBeCloseTo(1.732, 3);
    // Calculated by hand: 20/103 ± 1.959964 · 0.1120894.
    expect(difference?.interval.low).toBeCloseTo(-2.552, 2);
    expect(difference?.interval.high).toBeCloseTo(41.387, 2);
  });

  it('reports 20 points between two groups of 1000 answers as significant', () => {
    const difference = differenceOfNps(npsCounts(500, 300, 200), npsCounts(400, 300, 300));
    expect(difference).toMatchObject({ estimate: 20, excludesZero: true });
    expect(difference?.interval.low).toBeGreaterThan(0);
  });

  it('returns null when one of the groups has no answers', () => {
    expect(differenceOfNps(npsCounts(5, 3, 2), nobody)).toBeNull();
    expect(differenceOfNps(nobody, npsCounts(5, 3, 2))).toBeNull();
  });

  it('adjusts both groups, so that two groups of one answer each are not significantly different', () => {
    expect(differenceOfNps(npsCounts(1, 0, 0), npsCounts(0, 0, 1))).toMatchObject({
      estimate: 200,
      excludesZero: false,
    });
  });

  it('has an interval that includes the estimate, stays within ±200 and changes sign when the groups are swapped', () => {
    fc.assert(
      fc.property(anyNps, anyNps, (a, b) => {
        const one = differenceOfNps(a, b);
        const other = differenceOfNps(b, a);
        if (one === null || other === null) throw new Error('expected an estimate');
        expect(-200 <= one.interval.low && one.interval.low <= one.estimate).toBe(true);
        expect(one.estimate <= one.interval.high && one.interval.high <= 200).toBe(true);
        expect(other.estimate + one.estimate).toBe(0);
        expect(other.interval.low + one.interval.high).toBe(0);
        expect(other.z + one.z).toBe(0);
        expect(other.excludesZero).toBe(one.excludesZero);
      }),
    );
  });

  it('returns differences above 100 points', () => {
    const difference = differenceOfNps(npsCounts(9, 0, 1), npsCounts(1, 0, 9));
    expect(difference?.estimate).toBe(160);
    expect(difference?.interval.high).toBeGreaterThan(160);
  });

  it('returns 0 for a group and itself', () => {
    fc.assert(
      fc.property(anyNps, (group) => {
        expect(differenceOfNps(group, group)).toMatchObject({ estimate: 0, z: 0, excludesZero: false });
      }),
    );
  });

  it('sets excludesZero exactly when |z| exceeds the quantile of the level', () => {
    fc.assert(
      fc.property(anyNps, anyNps, (a, b) => {
        const difference = differenceOfNps(a, b);
        const smallest = Math.min(a.promoters + a.passives + a.detractors, b.promoters + b.passives + b.detractors);
        // With very few answers, widening the interval to the estimate can make it include 0 again.
        fc.pre(smallest > 20);
        expect(difference?.excludesZero).toBe(Math.abs(difference?.z ?? 0) > 1.959963984540054);
      }),
    );
  });

  it('has a wider interval at a higher confidence level', () => {
    const width = (level: number) => {
      const interval = differenceOfNps(npsCounts(50, 30, 20), npsCounts(40, 30, 30), { level })?.interval;
      return interval ? interval.high - interval.low : Number.NaN;
    };
    expect(width(0.9) / width(0.95)).toBeCloseTo(1.6448536269514722 / 1.959963984540054, 12);
  });

  it('throws an error that names the invalid count', () => {
    expect(() => differenceOfNps(npsCounts(5, 3, 2), npsCounts(5, -3, 2))).toThrow(
      new RangeError('Expected passives to be a whole number, 0 or more, got -3'),
    );
  });
});

describe('differenceOfProportions', () => {
  // The examples in table II of the paper: 56/70 − 48/80, 9/10 − 3/10, 6/7 − 2/7, 5/56 − 0/29, 0/10 − 0/20, 10/10 − 0/20.
  it.each([
    [56, 70, 48, 80, 5.24, 33.39],
    [9, 10, 3, 10, 17.05, 80.9],
    [6, 7, 2, 7, 5.82, 80.62],
    [5, 56, 0, 29, -3.81, 19.26],
    [0, 10, 0, 20, -16.11, 27.75],
    [10, 10, 0, 20, 67.91, 100],
  ])('returns the published interval for %i/%i minus %i/%i', (x1, n1, x2, n2, low, high) => {
    const difference = differenceOfProportions({ count: x1, n: n1 }, { count: x2, n: n2 });
    expect(difference?.interval.low.toFixed(2)).toBe(low.toFixed(2));
    expect(difference?.interval.high.toFixed(2)).toBe(high.toFixed(2));
    expect(difference).toMatchObject({ n: n1 + n2, method: 'newcombe', level: 0.95, excludesZero: low > 0 });
  });

  it('returns null when one of the groups is empty', () => {
    expect(differenceOfProportions({ count: 0, n: 0 }, { count: 1, n: 2 })).toBeNull();
    expect(differenceOfProportions({ count: 1, n: 2 }, { count: 0, n: 0 })).toBeNull();
  });

  it('has an interval that includes the estimate, stays within ±100 and changes sign when the groups are swapped', () => {
    fc.assert(
      fc.property(anyProportion, anyProportion, fc.constantFrom(0.8, 0.95, 0.99), (a, b, level) => {
        const one = differenceOfProportions(a, b, { level });
        const other = differenceOfProportions(b, a, { level });
        if (one === null || other === null) throw new Error('expected an estimate');
        expect(-100 <= one.interval.low && one.interval.low <= one.estimate).toBe(true);
        expect(one.estimate <= one.interval.high && one.interval.high <= 100).toBe(true);
        expect(other.interval.low + one.interval.high).toBeCloseTo(0, 9);
        expect(other.excludesZero).toBe(one.excludesZero);
      }),
    );
  });
});

describe('sampleSizeForNps and sampleSizeForProportion', () => {
  it('return slightly less than the textbook formula', () => {
    // z²·V/d² with V = 1 for the NPS, 1/4 for a proportion: 1537 and 385. The adjusted interval needs n with
    // (n + 1.5) / (n + 3)² at most d²/z², which is n = 1532.1; Wilson's needs n = z²/4d² − z² = 380.3.
    expect(sampleSizeForNps({ margin: 5 })).toBe(1533);
    expect(sampleSizeForProportion({ margin: 5 })).toBe(381);
  });

  it('return the smallest number of answers whose NPS interval is within the margin', () => {
    for (const margin of [2, 5, 10, 20]) {
      const enough = 2 * Math.ceil(sampleSizeForNps({ margin }) / 2);
      expect(halfWidthOfNps(enough / 2, 0, enough / 2)).toBeLessThanOrEqual(margin);
      expect(halfWidthOfNps(enough / 2 - 1, 0, enough / 2 - 1)).toBeGreaterThan(margin);
    }
  });

  it('return a number that suffices for any distribution of answers when no percentages are expected', () => {
    const n = sampleSizeForNps({ margin: 10 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: n }), fc.integer({ min: 0, max: n }), (one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        expect(halfWidthOfNps(low, high - low, n - high)).toBeLessThanOrEqual(10);
      }),
    );
  });

  it('return the smallest number of answers whose Wilson interval is within the margin', () => {
    for (const margin of [1, 3, 5, 12.5]) {
      for (const expected of [50, 80]) {
        const n = sampleSizeForProportion({ margin, expected });
        const halfWidth = (answers: number) => {
          const interval = wilson(Math.round((answers * expected) / 100), answers)?.interval;
          return interval ? (interval.high - interval.low) / 2 : Number.NaN;
        };
        // Rounds n to a value at which the expected count is a whole number.
        expect(halfWidth(5 * Math.ceil(n / 5) * (expected === 50 ? 2 : 1))).toBeLessThanOrEqual(margin);
        expect(halfWidth(Math.max(1, Math.floor((n - 1) / 10) * 10))).toBeGreaterThan(margin);
      }
    }
  });

  it('return the number of answers that produced the interval', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_000 }), fc.constantFrom(0.8, 0.95, 0.99), (n, level) => {
        const high = wilson(0, n, { level })?.interval.high ?? Number.NaN;
        // Half the width, plus a tolerance for rounding.
        const margin = (high / 2) * (1 + 1e-9);
        expect(sampleSizeForProportion({ margin, level, expected: 0 })).toBe(n);
      }),
      {
        examples: [
          [17, 0.95],
          [33, 0.95],
          [64, 0.95],
          [65, 0.95],
        ],
      },
    );
  });

  it('return fewer answers for expected percentages away from 50 and more for a higher level', () => {
    const worst = sampleSizeForNps({ margin: 5 });
    expect(sampleSizeForNps({ margin: 5, expected: { promoters: 50, detractors: 20 } })).toBeLessThan(worst);
    expect(sampleSizeForNps({ margin: 5, level: 0.99 })).toBeGreaterThan(worst);
    expect(sampleSizeForProportion({ margin: 5, expected: 90 })).toBeLessThan(381);
  });

  it('return at least one answer', () => {
    expect(sampleSizeForNps({ margin: 200 })).toBe(1);
    expect(sampleSizeForProportion({ margin: 100 })).toBe(1);
  });

  it.each([0, -5, Number.NaN, 1e-12])('throw for a margin of %d', (margin) => {
    expect(() => sampleSizeForNps({ margin })).toThrow(RangeError);
    expect(() => sampleSizeForProportion({ margin })).toThrow(/Expected .*margin .*, got/);
  });

  it('throw for expected percentages above 100', () => {
    expect(() => sampleSizeForNps({ margin: 5, expected: { promoters: 80, detractors: 30 } })).toThrow(/together/);
    expect(() => sampleSizeForProportion({ margin: 5, expected: 101 })).toThrow(
      new RangeError('Expected expected to be within 0–100 percent, got 101'),
    );
  });
});

function halfWidthOfNps(promoters: number, passives: number, detractors: number): number {
  const interval = nps({ promoters, passives, detractors })?.interval;
  return interval ? (interval.high - interval.low) / 2 : Number.NaN;
}
