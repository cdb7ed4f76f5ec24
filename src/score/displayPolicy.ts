import { parseCount } from './parseCount.ts';

/** How much a number of answers can carry; each step allows what the steps before it do. */
export type DisplayPolicy = 'none' | 'counts' | 'few' | 'differences' | 'all';

/**
 * Says what to show for `n` answers.
 * - `none` (0): "no answers yet"
 * - `counts` (1–4): how many chose what, no score
 * - `few` (5–29): the score with its interval, tagged "few answers"; no trend
 * - `differences` (30–99): also differences, but only those whose interval excludes 0
 * - `all` (from 100): everything
 *
 * @throws TypeError when `n` is no number
 * @throws RangeError when it is negative, fractional or NaN
 */
export function displayPolicy(n: number): DisplayPolicy {
  const answers = parseCount(n, 'n');
  if (answers === 0) return 'none';
  if (answers < 5) return 'counts';
  if (answers < 30) return 'few';
  return answers < 100 ? 'differences' : 'all';
}
