import { describe, expect, it } from 'vitest';
import { toMs } from '../../src/core/duration.ts';

describe('a duration', () => {
  it.each([
    ['250ms', 250],
    ['5s', 5000],
    ['08s', 8000],
    ['0m', 0],
    ['2h', 7_200_000],
    ['30d', 2_592_000_000],
    ['12w', 7_257_600_000],
  ])('%s is %i milliseconds', (duration, ms) => {
    expect(toMs(duration)).toBe(ms);
  });
});
