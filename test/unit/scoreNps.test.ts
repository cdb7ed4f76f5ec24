import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNps, nps, toNpsCounts } from '../../src/score/index.ts';

const anyCount = fc.integer({ min: 0, max: 100_000 });
const anyCounts = fc
  .record({ promoters: anyCount, passives: anyCount, detractors: anyCount })
  .filter(({ promoters, passives, detractors }) => promoters + passives + detractors > 0);
const anyLevel = fc.double({ min: 0.01, max: 0.9999, noNaN: true });

function scored(promoters: number, passives: number, detractors: number, level?: number) {
  const result = nps({ promoters, passives, detractors }, { level });
  if (result === null) throw new Error('expected an estimate');
  return result;
}

describe('nps', () => {
  it.each([
    [5, 3, 2, 30, -19.05061537636367, 65.20446153020983],
    [50, 30, 20, 30, 14.051130178761607, 44.20129700570441],
    [240, 160, 100, 28, 21.05554055112568, 34.61046342501746],
    [10, 0, 0, 100, 47.5035515447902, 100],
    [0, 10, 0, 0, -18.465044909058882, 18.465044909058882],
  ])(
    'scores %i promoters, %i passives and %i detractors as %d with the expected interval',
    (pro, pas, det, score, low, high) => {
      const { estimate, interval, ...rest } = scored(pro, pas, det);
      expect(estimate).toBe(score);
      expect(Math.abs(interval.low - low)).toBeLessThan(1e-6);
      expect(Math.abs(interval.high - high)).toBeLessThan(1e-6);
      expect(rest).toEqual({ n: pro + pas + det, method: 'adjusted_wald', level: 0.95 });
    },
  );

  it('returns null, not 0, when there are no answers', () => {
    expect(nps({ promoters: 0, passives: 0, detractors: 0 })).toBeNull();
  });

  it('has an interval with a width above 0 when all answers are in one segment', () => {
    for (const [pro, pas, det] of [
      [10, 0, 0],
      [0, 10, 0],
      [0, 0, 10],
    ] as const) {
      const { interval } = scored(pro, pas, det);
      expect(interval.high - interval.low).toBeGreaterThan(30);
    }
  });

  it('widens the interval to the estimate for a single answer from a promoter', () => {
    const { estimate, interval } = scored(1, 0, 0);
    expect(estimate).toBe(100);
    expect(interval.high).toBe(100);
    expect(interval.low).toBeCloseTo(-48.498, 2);
    expect(scored(0, 0, 1).interval.low).toBe(-100);
  });

  it('divides last, so that a whole score has no rounding error', () => {
    expect(scored(240, 160, 100).estimate).toBe(28);
    expect(scored(29, 0, 71).estimate).toBe(-42);
    expect(scored(57, 0, 43).estimate).toBe(14);
  });

  it('never returns -0', () => {
    expect(Object.is(scored(0, 3, 0).estimate, 0)).toBe(true);
    expect(Object.is(scored(-0, 3, 0).estimate, 0)).toBe(true);
  });

  it('has an interval that includes the estimate and stays within ±100', () => {
    fc.assert(
      fc.property(anyCounts, anyLevel, ({ promoters, passives, detractors }, level) => {
        const { estimate, interval } = scored(promoters, passives, detractors, level);
        expect(interval.low).toBeGreaterThanOrEqual(-100);
        expect(interval.low).toBeLessThanOrEqual(estimate);
        expect(interval.high).toBeGreaterThanOrEqual(estimate);
        expect(interval.high).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('changes sign when promoters and detractors are swapped', () => {
    fc.assert(
      fc.property(anyCounts, ({ promoters, passives, detractors }) => {
        const one = scored(promoters, passives, detractors);
        const other = scored(detractors, passives, promoters);
        expect(other.estimate + one.estimate).toBe(0);
        expect(other.interval.low + one.interval.high).toBe(0);
        expect(other.interval.high + one.interval.low).toBe(0);
      }),
    );
  });

  it('has a narrower interval with more answers of the same distribution', () => {
    fc.assert(
      fc.property(anyCounts, fc.integer({ min: 2, max: 50 }), ({ promoters, passives, detractors }, times) => {
        const few = scored(promoters, passives, detractors).interval;
        const many = scored(promoters * times, passives * times, detractors * times).interval;
        expect(many.high - many.low).toBeLessThan(few.high - few.low);
      }),
    );
  });

  it('has a wider interval at a higher confidence level', () => {
    const width = (level: number) => {
      const { low, high } = scored(50, 30, 20, level).interval;
      return high - low;
    };
    expect(width(0.8)).toBeLessThan(width(0.9));
    expect(width(0.9)).toBeLessThan(width(0.95));
    expect(width(0.95)).toBeLessThan(width(0.99));
    // The ratio of the z of 90 % to the z of 95 %.
    expect(width(0.9) / width(0.95)).toBeCloseTo(1.6448536269514722 / 1.959963984540054, 12);
  });

  it.each([0, 1, 95, -0.5, Number.NaN, '0.95' as unknown as number])('throws for the confidence level %s', (level) => {
    expect(() => scored(5, 3, 2, level)).toThrow(RangeError);
    expect(() => scored(5, 3, 2, level)).toThrow(/Expected level to be above 0 and below 1/);
  });

  it.each([
    [-1, RangeError, 'Expected promoters to be a whole number, 0 or more, got -1'],
    [2.5, RangeError, 'Expected promoters to be a whole number, 0 or more, got 2.5'],
    [Number.NaN, RangeError, 'Expected promoters to be a whole number, 0 or more, got NaN'],
    [Number.POSITIVE_INFINITY, RangeError, 'Expected promoters to be a whole number, 0 or more, got Infinity'],
    [2 ** 53, RangeError, 'Expected promoters to be a whole number, 0 or more, got 9007199254740992'],
    ['12', TypeError, 'Expected promoters to be a number, got "12"'],
    [12n, TypeError, 'Expected promoters to be a number, got 12n'],
    [true, TypeError, 'Expected promoters to be a number, got true'],
    [undefined, TypeError, 'Expected promoters to be a number, got undefined'],
    [null, TypeError, 'Expected promoters to be a number, got null'],
  ])('throws for a promoter count of %s and reports the received value', (promoters, kind, message) => {
    const count = () => nps({ promoters: promoters as number, passives: 0, detractors: 0 });
    expect(count).toThrow(kind);
    expect(count).toThrow(message);
  });

  it('throws for an array of score counts instead of segment counts', () => {
    expect(() => nps([1, 2, 3] as never)).toThrow('Expected { promoters, passives, detractors }, got an array');
    expect(() => nps(null as never)).toThrow('got null');
  });
});

describe('toNpsCounts', () => {
  it('counts 0–6 as detractors, 7–8 as passives and 9–10 as promoters', () => {
    const counts = [1, 1, 1, 1, 1, 1, 10, 100, 1_000, 10_000, 100_000];
    expect(toNpsCounts(counts)).toEqual({ promoters: 110_000, passives: 1_100, detractors: 16 });
  });

  it('keeps the total number of answers', () => {
    fc.assert(
      fc.property(fc.array(anyCount, { minLength: 11, maxLength: 11 }), (counts) => {
        const { promoters, passives, detractors } = toNpsCounts(counts);
        expect(promoters + passives + detractors).toBe(counts.reduce((sum, count) => sum + count));
      }),
    );
  });

  it('throws for ten counts, as from a 1–10 scale', () => {
    expect(() => toNpsCounts([1, 1, 1, 1, 1, 1, 1, 1, 1, 1])).toThrow(
      'Expected 11 counts, one for each score from 0 to 10, got 10 counts',
    );
  });
});

describe('formatNps', () => {
  it.each([
    [28, '+28'],
    [-7, '−7'],
    [0, '0'],
    [-0, '0'],
    [0.4, '0'],
    [-0.4, '0'],
    [0.5, '+1'],
    [-0.5, '−1'],
    [27.6, '+28'],
    [-12.5, '−13'],
    [100, '+100'],
    [-100, '−100'],
    [-140, '−140'],
  ])('formats %d as %s', (points, text) => {
    expect(formatNps(points)).toBe(text);
  });

  it('uses the minus sign U+2212 and never a hyphen, a percent sign or a signed zero', () => {
    fc.assert(
      fc.property(fc.double({ min: -200, max: 200, noNaN: true }), (points) => {
        expect(formatNps(points)).toMatch(/^(0|[+\u2212][1-9]\d*)$/);
      }),
    );
  });

  it('throws for values that are not numbers within ±200', () => {
    expect(() => formatNps(Number.NaN)).toThrow(RangeError);
    expect(() => formatNps(201)).toThrow('Expected points to be a number from -200 to 200, got 201');
    expect(() => formatNps('28' as unknown as number)).toThrow(TypeError);
    expect(() => formatNps(null as unknown as number)).toThrow('got null');
  });
});
