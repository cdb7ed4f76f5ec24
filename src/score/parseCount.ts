import { received } from './received.ts';

/**
 * Checks that a count is a whole number, 0 or more, and returns it. `name` appears in the error.
 * @throws TypeError when the count is not a number; database drivers return `"12"` or `12n`
 * @throws RangeError when the count is negative, fractional, NaN or above `Number.MAX_SAFE_INTEGER`
 */
export function parseCount(value: unknown, name: string): number {
  if (typeof value !== 'number') throw new TypeError(`Expected ${name} to be a number, got ${received(value)}`);
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`Expected ${name} to be a whole number, 0 or more, got ${received(value)}`);
  }
  // Converts -0 to 0, because a count of -0 would give an NPS of -0.
  return value === 0 ? 0 : value;
}
