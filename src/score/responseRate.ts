import type { IntervalEstimate, LevelOption } from './estimate.ts';
import { parseCount } from './parseCount.ts';
import { wilson } from './wilson.ts';

/**
 * Estimates which percentage, 0–100, of the displays that were viewed got an answer, with a Wilson interval. `null` when
 * none was viewed.
 *
 * Refuses more answers than views. That happens in honest data: who answers within the first second was not yet counted
 * as viewing, and a view event can be lost. But a rate cut to 100 % would hide how many are missing, so the caller counts
 * what was answered as viewed: an answer is the better proof of a look.
 *
 * @throws TypeError when a count is no number
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
      `Expected at most as many displays answered as viewed, got ${answered} answered of ${viewed} viewed. ` +
        'Count a display that was answered as viewed.',
    );
  }
  return wilson(answered, viewed, options);
}
