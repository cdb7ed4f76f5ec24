import { received } from './received.ts';

/**
 * Returns the count, now known to be a whole number from 0 up.
 * @throws TypeError when it is no number (`"12"` and `12n`, as database drivers return them, are not)
 * @throws RangeError when it is negative, fractional, NaN or too large to be exact
 */
export function parseCount(value: unknown, name: string): number {
  if (typeof value !== 'number') throw new TypeError(`Expected ${name} to be a number, got ${received(value)}`);
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`Expected ${name} to be a whole number from 0 up, got ${received(value)}`);
  }
  // A count of -0 would come out as an NPS of -0.
  return value === 0 ? 0 : value;
}
