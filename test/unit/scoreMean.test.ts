import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanOf, normalizedMeanOf, type Scale } from '../../src/score/index.ts';
import { normalQuantile } from '../../src/score/normalQuantile.ts';
import { tQuantile } from '../../src/score/tQuantile.ts';

const oneToFive: Scale = { min: 1, max: 5, polarity: 'higher_is_better' };
const oneToSeven: Scale = { min: 1, max: 7, polarity: 'higher_is_better' };

describe('normalQuantile', () => {
  // Reference values, computed with 40 digits.
  it.each([
    [0.1, 0.12566134685507405],
    [0.8, 1.2815515655446004],
    [0.9, 1.6448536269514726],
    [0.95, 1.9599639845400543],
    [0.99, 2.575829303548901],
    [0.999, 3.290526731491895],
    [0.999998, 4.753424308822899],
  ])('returns the z with the area %d within ±z', (level, z) => {
    expect(Math.abs(normalQuantile(level) / z - 1)).toBeLessThan(1e-11);
  });

  it('stays finite at the largest level below 1', () => {
    expect(normalQuantile(1 - Number.EPSILON / 2)).toBeGreaterThan(8);
    expect(normalQuantile(Number.MIN_VALUE)).toBeGreaterThanOrEqual(0);
  });
});

describe('tQuantile', () => {
  // Reference values computed with 40 digits: degrees of freedom, then t at levels 0.1, 0.8, 0.9, 0.95, 0.99, 0.999.
  it.each([
    [
      1, 0.1583844403245363, 3.0776835371752536, 6.313751514675043, 12.706204736174705, 63.65674116287158,
      636.6192487687197,
    ],
    [
      2, 0.14213381090374028, 1.8856180831641267, 2.9199855803537256, 4.302652729749464, 9.924843200918293,
      31.59905457644362,
    ],
    [
      3, 0.1365981993536989, 1.6377443536962102, 2.3533634348018238, 3.1824463052837095, 5.840909309733357,
      12.923978636687483,
    ],
    [
      4, 0.13383036711194335, 1.5332062740589438, 2.1318467863266504, 2.7764451051977943, 4.604094871349993,
      8.610301581379275,
    ],
    [
      5, 0.13217517523168726, 1.475884048824481, 2.0150483733330242, 2.5705818356363155, 4.032142983555228,
      6.86882662588111,
    ],
    [
      9, 0.12925293215183098, 1.3830287383966322, 1.8331129326562372, 2.2621571627982053, 3.2498355415921263,
      4.780912585931139,
    ],
    [
      30, 0.1267296131320736, 1.3104150253913955, 1.6972608865939578, 2.042272456301238, 2.7499956535672254,
      3.645958635042022,
    ],
    [
      99, 0.12598411391620593, 1.2901614420344851, 1.6603911560169908, 1.9842169515864174, 2.6264054572808275,
      3.3915288333636506,
    ],
    [
      501, 0.12572505921338403, 1.283243632011179, 1.6479007483164319, 1.9647103221754831, 2.585678066690028,
      3.3100518908531598,
    ],
    [
      999, 0.12569329447058578, 1.2823995700373974, 1.6463803454275356, 1.96234146113345, 2.580759637267637,
      3.3002924403987355,
    ],
    [
      100_000, 0.12566166596959194, 1.281560031449361, 1.6448688647849696, 1.9599877075346097, 2.575878469908375,
      3.2906240314118826,
    ],
  ])('matches the reference values for %i degrees of freedom', (df, ...expected) => {
    const levels = [0.1, 0.8, 0.9, 0.95, 0.99, 0.999];
    expected.forEach((t, i) => {
      expect(Math.abs(tQuantile(levels[i] ?? Number.NaN, df) / t - 1)).toBeLessThan(1e-11);
    });
  });

  it('has no jump at 500 degrees of freedom, where the expansion replaces the sum', () => {
    for (const level of [0.5, 0.95, 0.999]) {
      const [before, at, after] = [499, 500, 501].map((df) => tQuantile(level, df));
      expect((before ?? 0) - (at ?? 0)).toBeGreaterThan(0);
      expect(((at ?? 0) - (after ?? 0)) / ((before ?? 0) - (at ?? 0))).toBeCloseTo(1, 2);
    }
  });

  it('approaches the normal quantile from above as the degrees of freedom grow', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000 }),
        fc.double({ min: 0.05, max: 0.999, noNaN: true }),
        (df, level) => {
          expect(tQuantile(level, df)).toBeGreaterThan(tQuantile(level, df + 1));
          expect(tQuantile(level, df + 1)).toBeGreaterThan(normalQuantile(level));
        },
      ),
    );
  });
});

describe('meanOf', () => {
  it('returns the t interval of an example that was calculated by hand', () => {
    // 1, 2, 3, 4, 5: s² = 2.5, so 3 ± 2.776445 · √(2.5 / 5).
    const mean = meanOf([1, 1, 1, 1, 1], oneToFive);
    expect(mean).toMatchObject({ estimate: 3, n: 5, method: 't', level: 0.95 });
    expect(mean?.interval?.low).toBeCloseTo(3 - 2.7764451051977943 * Math.SQRT1_2, 12);
    expect(mean?.interval?.high).toBeCloseTo(3 + 2.7764451051977943 * Math.SQRT1_2, 12);
  });

  it('returns null when there are no answers', () => {
    expect(meanOf([0, 0, 0, 0, 0], oneToFive)).toBeNull();
    expect(normalizedMeanOf([0, 0, 0, 0, 0], oneToFive)).toBeNull();
  });

  it('returns a mean and no interval for one answer', () => {
    expect(meanOf([0, 0, 0, 1, 0], oneToFive)).toEqual({ estimate: 4, interval: null, n: 1, method: 't', level: 0.95 });
  });

  it('returns no interval when all answers are the same', () => {
    expect(meanOf([0, 0, 0, 0, 3], oneToFive)).toMatchObject({ estimate: 5, interval: null, n: 3 });
  });

  it('limits the interval to the scale', () => {
    expect(meanOf([0, 0, 0, 1, 1], oneToFive)?.interval).toEqual({ low: 1, high: 5 });
  });

  it('has an interval that includes the estimate, stays on the scale and matches normalizedMeanOf', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 7, maxLength: 7 });
    const polarity = fc.constantFrom('higher_is_better' as const, 'lower_is_better' as const);
    fc.assert(
      fc.property(counts, polarity, (given, direction) => {
        const scale = { ...oneToSeven, polarity: direction };
        const mean = meanOf(given, scale);
        const normalized = normalizedMeanOf(given, scale);
        if (mean === null || normalized === null) return expect(mean).toBe(normalized);
        const back = (share: number) => (direction === 'higher_is_better' ? 1 + 6 * share : 7 - 6 * share);
        expect(back(normalized.estimate)).toBeCloseTo(mean.estimate, 9);
        if (mean.interval === null || normalized.interval === null)
          return expect(mean.interval).toBe(normalized.interval);
        const { low, high } = mean.interval;
        expect(1 <= low && low <= mean.estimate && mean.estimate <= high && high <= 7).toBe(true);
        expect(normalized.interval.low).toBeLessThanOrEqual(normalized.estimate);
        expect(normalized.interval.high).toBeGreaterThanOrEqual(normalized.estimate);
        const ends = [back(normalized.interval.low), back(normalized.interval.high)].sort((a, b) => a - b);
        expect(ends[0]).toBeCloseTo(low, 9);
        expect(ends[1]).toBeCloseTo(high, 9);
      }),
    );
  });

  it('has a narrower interval with more answers of the same distribution', () => {
    const width = (times: number) => {
      const interval = meanOf([times, times, times, times, times], oneToFive)?.interval;
      return interval ? interval.high - interval.low : Number.NaN;
    };
    expect(width(2)).toBeLessThan(width(1));
    expect(width(20)).toBeLessThan(width(2));
    expect(width(2_000)).toBeLessThan(width(20));
  });

  it('throws for an invalid scale', () => {
    expect(() => meanOf([1], { min: 5, max: 5, polarity: 'higher_is_better' })).toThrow(
      new RangeError('Expected a scale of whole numbers with min below max, got 5 to 5'),
    );
    expect(() => meanOf([1, 1], { min: 0, max: 1, polarity: 'up' as never })).toThrow(
      new RangeError('Expected polarity to be higher_is_better or lower_is_better, got "up"'),
    );
  });
});
