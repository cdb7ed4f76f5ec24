/** Handles the keys of a radio group: arrows, Home, End and digits. 1 followed by 0 selects 10. */

const TWO_DIGITS_MS = 800;

/**
 * Creates the key handler of one radio group. The handler returns the score that a key selects, or `undefined`. The score of a digit may be
 * outside the scale. `at` is the time of the key press in milliseconds, `from` is the focused score. In a right-to-left scale ArrowLeft
 * increases the score, as it looks on screen. The handler implements the arrows itself, because WebKit neither reverses them nor continues
 * at the other end.
 */
export const createGroupKeys = (): ((
  key: string,
  scale: { min: number; max: number },
  at: number,
  from: number,
  isReversed: boolean,
) => number | undefined) => {
  let digits = '';
  let typedAt = 0;
  return (key, { min, max }, at, from, isReversed) => {
    const isBack = key === (isReversed ? 'ArrowRight' : 'ArrowLeft') || key === 'ArrowUp';
    if (isBack) return from > min ? from - 1 : max;
    if (key.startsWith('Arrow')) return from < max ? from + 1 : min;
    if (key === 'Home') return min;
    if (key === 'End') return max;
    if (!/^\d$/.test(key)) return undefined;
    const both = at - typedAt < TWO_DIGITS_MS ? digits + key : key;
    digits = +both <= max ? both : key;
    typedAt = at;
    return +digits;
  };
};
