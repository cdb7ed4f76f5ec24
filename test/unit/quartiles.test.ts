import { describe, expect, it } from 'vitest';
import { toQuartiles } from '../bench/quartiles.ts';

describe('the quartiles of a benchmark', () => {
  it('are values of the sample when its size allows it, in any order', () => {
    expect(toQuartiles([50, 10, 40, 20, 30])).toEqual({ low: 20, median: 30, high: 40 });
  });

  it('are interpolated between two values', () => {
    expect(toQuartiles([4, 1, 3, 2])).toEqual({ low: 1.75, median: 2.5, high: 3.25 });
    expect(toQuartiles([10, 20])).toEqual({ low: 12.5, median: 15, high: 17.5 });
  });

  it('are computed from values sorted as numbers, not as text', () => {
    expect(toQuartiles([9, 10, 100])).toEqual({ low: 9.5, median: 10, high: 55 });
  });

  it('are all the same for a single value', () => {
    expect(toQuartiles([7])).toEqual({ low: 7, median: 7, high: 7 });
  });

  it('leave the sample unchanged', () => {
    const values = [3, 1, 2];
    toQuartiles(values);
    expect(values).toEqual([3, 1, 2]);
  });

  it('cannot be computed without values or with a value that is not finite', () => {
    expect(() => toQuartiles([])).toThrow('Expected at least one value, got an empty list.');
    expect(() => toQuartiles([1, Number.NaN])).toThrow('Expected finite values, got 1, NaN.');
  });
});
