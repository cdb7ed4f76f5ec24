import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestClock } from '../../src/testing/index.ts';

const { TZ } = process.env;
beforeEach(() => {
  process.env.TZ = 'Europe/Berlin';
});
afterEach(() => {
  if (TZ === undefined) delete process.env.TZ;
  else process.env.TZ = TZ;
});

/** Returns the local date and time of a clock after it has traveled the periods. */
const standing = (start: string, ...periods: string[]) => {
  const clock = createTestClock({ start });
  for (const period of periods) clock.travel(period);
  const date = new Date(clock.now());
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()} ${date.getHours()}:${date.getMinutes()}`;
};

describe('a test clock', () => {
  it('starts at the given time and stands still', async () => {
    const { now } = createTestClock({ start: '2026-03-01T12:00:00Z' });
    const before = now();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(before).toBe(Date.UTC(2026, 2, 1, 12));
    expect(now()).toBe(before);
    expect(createTestClock({ start: new Date(5) }).now()).toBe(5);
    expect(Math.abs(createTestClock().now() - Date.now())).toBeLessThan(1000);
  });

  it.each([
    ['250ms', 250],
    ['30s', 30_000],
    ['5m', 300_000],
    ['2h', 7_200_000],
  ])('moves forward by exactly %s across a daylight saving change', (period, ms) => {
    const clock = createTestClock({ start: '2026-03-29T00:59:59Z' });
    const before = clock.now();
    clock.travel(period);
    expect(clock.now() - before).toBe(ms);
  });

  it('keeps the time of day for days and longer units, across a day of 23 hours', () => {
    expect(standing('2026-03-28T12:00', '1d')).toBe('2026-3-29 12:0');
    expect(standing('2026-03-01T12:00', '12w')).toBe('2026-5-24 12:0');
    expect(standing('2026-01-15T12:00', '3mo')).toBe('2026-4-15 12:0');
    expect(standing('2026-01-15T12:00', '1y')).toBe('2027-1-15 12:0');
  });

  it('moves to the last day of a month that is too short for the day of the month', () => {
    expect(standing('2026-01-31T12:00', '1mo')).toBe('2026-2-28 12:0');
    expect(standing('2026-10-31T12:00', '1mo')).toBe('2026-11-30 12:0');
    expect(standing('2028-02-29T12:00', '1y')).toBe('2029-2-28 12:0');
    expect(standing('2026-12-31T12:00', '14mo')).toBe('2028-2-29 12:0');
  });

  it('adds up periods, and can be set to an earlier time', () => {
    expect(standing('2026-01-01T12:00', '92d', '1h')).toBe('2026-4-3 13:0');
    const clock = createTestClock({ start: 1000 });
    clock.set('1970-01-01T00:00:00Z');
    expect(clock.now()).toBe(0);
  });

  it.each(['', 'd', '92', '3 d', '-1d', '1.5h', 'ever', 'visit', '1month'])(
    'throws for the invalid period "%s" and shows a valid period',
    (period) => {
      expect(() => createTestClock().travel(period)).toThrow(
        `Expected a period such as "92d" (ms s m h d w mo y), received "${period}".`,
      );
    },
  );

  it('throws for an invalid date', () => {
    expect(() => createTestClock({ start: 'soon' })).toThrow('Expected a date, received "soon".');
  });
});
