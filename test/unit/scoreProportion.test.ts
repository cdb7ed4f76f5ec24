import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { responseRate, wilson } from '../../src/score/index.ts';

const anyProportion = fc
  .integer({ min: 1, max: 100_000 })
  .chain((n) => fc.record({ count: fc.integer({ min: 0, max: n }), n: fc.constant(n) }));

function estimated(count: number, n: number, level?: number) {
  const result = wilson(count, n, { level });
  if (result === null) throw new Error('expected an estimate');
  return result;
}

describe('wilson', () => {
  it.each([
    [80, 100, 80, 71.11708344068411, 86.66330666689676],
    [8, 10, 80, 49.01624715366418, 94.33178485456247],
    [0, 10, 0, 0, 27.75327998628892],
  ])('estimates %i of %i as %d % with the expected interval', (count, n, percent, low, high) => {
    const { estimate, interval, ...rest } = estimated(count, n);
    expect(estimate).toBe(percent);
    expect(Math.abs(interval.low - low)).toBeLessThan(1e-6);
    expect(Math.abs(interval.high - high)).toBeLessThan(1e-6);
    expect(rest).toEqual({ n, method: 'wilson', level: 0.95 });
  });

  it('returns null, not 0, for 0 of 0', () => {
    expect(wilson(0, 0)).toBeNull();
  });

  it('has an interval that ends exactly at 0 for 0 of n and at 100 for n of n', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (n) => {
        expect(estimated(0, n).interval.low).toBe(0);
        expect(estimated(n, n).interval.high).toBe(100);
      }),
    );
  });

  it('has an interval that includes the estimate and stays within 0–100', () => {
    fc.assert(
      fc.property(anyProportion, fc.double({ min: 0.01, max: 0.9999, noNaN: true }), ({ count, n }, level) => {
        const { estimate, interval } = estimated(count, n, level);
        expect(interval.low).toBeGreaterThanOrEqual(0);
        expect(interval.low).toBeLessThanOrEqual(estimate);
        expect(interval.high).toBeGreaterThanOrEqual(estimate);
        expect(interval.high).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('is mirrored when yes and no are swapped', () => {
    fc.assert(
      fc.property(anyProportion, ({ count, n }) => {
        const one = estimated(count, n).interval;
        const other = estimated(n - count, n).interval;
        expect(other.low + one.high).toBeCloseTo(100, 9);
        expect(other.high + one.low).toBeCloseTo(100, 9);
      }),
    );
  });

  it('has a narrower interval with more answers of the same distribution', () => {
    fc.assert(
      fc.property(anyProportion, fc.integer({ min: 2, max: 50 }), ({ count, n }, times) => {
        const few = estimated(count, n).interval;
        const many = estimated(count * times, n * times).interval;
        expect(many.high - many.low).toBeLessThan(few.high - few.low);
      }),
    );
  });

  it('throws for a count above n and for invalid counts', () => {
    expect(() => wilson(11, 10)).toThrow(new RangeError('Expected count to be at most n, got 11 of 10'));
    expect(() => wilson(-1, 10)).toThrow(RangeError);
    expect(() => wilson(1, 10.5)).toThrow('Expected n to be a whole number, 0 or more, got 10.5');
    expect(() => wilson('8' as unknown as number, 10)).toThrow(new TypeError('Expected count to be a number, got "8"'));
  });
});

describe('responseRate', () => {
  it('returns the percentage of viewed displays that were answered', () => {
    expect(responseRate({ answered: 8, viewed: 10 })).toEqual(wilson(8, 10));
    expect(responseRate({ answered: 8, viewed: 10 }, { level: 0.9 })?.level).toBe(0.9);
  });

  it('returns null without views', () => {
    expect(responseRate({ answered: 0, viewed: 0 })).toBeNull();
  });

  it('throws when there are more answers than views and explains how to count them', () => {
    const rate = () => responseRate({ answered: 3, viewed: 2 });
    expect(rate).toThrow(RangeError);
    expect(rate).toThrow(/got 3 answered of 2 viewed\. Count every answered display as viewed\./);
    expect(() => responseRate({ answered: 1, viewed: 0 })).toThrow(RangeError);
  });
});
