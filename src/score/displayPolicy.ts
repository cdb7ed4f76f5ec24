import { parseCount } from './parseCount.ts';

/** Which results a number of answers supports. Each step allows everything that the steps before it allow. */
export type DisplayPolicy = 'none' | 'counts' | 'few' | 'differences' | 'all';

/**
 * Returns which results to show for `n` answers.
 * - `none` (0): the text "no answers yet"
 * - `counts` (1–4): the number of answers for each score, but no score for the survey
 * - `few` (5–29): the score with its interval, labelled "few answers"; no trend
 * - `differences` (30–99): differences too, but only when their interval excludes 0
 * - `all` (100 or more): everything
 *
 * @throws TypeError when `n` is not a number
 * @throws RangeError when `n` is negative, fractional or NaN
 */
export function displayPolicy(n: number): DisplayPolicy {
  const answers = parseCount(n, 'n');
  if (answers === 0) return 'none';
  if (answers < 5) return 'counts';
  if (answers < 30) return 'few';
  return answers < 100 ? 'differences' : 'all';
}
