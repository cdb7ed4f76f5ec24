import type { IntervalEstimate, LevelOption } from './estimate.ts';
import { parseCount } from './parseCount.ts';
import { wilson } from './wilson.ts';

/**
 * Estimates the percentage, 0–100, of viewed displays that were answered, with a Wilson interval. Returns `null` when
 * `viewed` is 0.
 *
 * Throws when `answered` exceeds `viewed`. Correct data can have fewer views than answers, because `viewed` events can
 * be lost. The caller must count every answered display as viewed. Limiting the rate to 100 % would hide the missing
 * views.
 *
 * @throws TypeError when a count is not a number
 * @throws RangeError when a count is negative, fractional or NaN, when `answered` is more than `viewed`, or when the level
 * is not between 0 and 1
 */
export function responseRate(
  displays: { readonly answered: number; readonly viewed: number },
  options: LevelOption = {},
): IntervalEstimate | null {
  const answered = parseCount(displays.answered, 'answered');
  const viewed = parseCount(displays.viewed, 'viewed');
  if (answered > viewed) {
    throw new RangeError(
      `Expected answered to be at most viewed, got ${answered} answered of ${viewed} viewed. ` +
        'Count every answered display as viewed.',
    );
  }
  return wilson(answered, viewed, options);
}
