import { received } from './received.ts';

const MINUS = '\u2212';

/**
 * Formats an NPS, or a difference between two NPS, for display: "+28", "−7" (U+2212 minus sign) or "0". Rounds to whole
 * points, and halves away from 0, so that +x and −x show the same digits. Adds no percent sign, because an NPS is not a
 * percentage.
 *
 * @throws TypeError when `points` is not a number
 * @throws RangeError when `points` is outside −200–200, the range of a difference
 */
export function formatNps(points: number): string {
  const wanted = `Expected points to be a number from -200 to 200, got ${received(points)}`;
  if (typeof points !== 'number') throw new TypeError(wanted);
  if (!(Math.abs(points) <= 200)) throw new RangeError(wanted);
  const digits = Math.round(Math.abs(points));
  if (digits === 0) return '0';
  return `${points > 0 ? '+' : MINUS}${digits}`;
}
