import { received } from './received.ts';

const MINUS = '\u2212';

/**
 * Writes an NPS, or a difference of two, as people read it: "+28", "−7" with a real minus sign, "0". Whole points, halves
 * away from 0, so that a score and its mirror image print the same digits. Never a percent sign: it is no percentage.
 *
 * @throws TypeError when it is no number
 * @throws RangeError when it is not within −200–200, the reach of a difference
 */
export function formatNps(points: number): string {
  const wanted = `Expected points to be a number from -200 to 200, got ${received(points)}`;
  if (typeof points !== 'number') throw new TypeError(wanted);
  if (!(Math.abs(points) <= 200)) throw new RangeError(wanted);
  const digits = Math.round(Math.abs(points));
  if (digits === 0) return '0';
  return `${points > 0 ? '+' : MINUS}${digits}`;
}
