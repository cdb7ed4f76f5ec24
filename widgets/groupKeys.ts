/** Handles keys that native radio buttons do not support: Home, End and digits. 1 followed by 0 selects 10. */

const TWO_DIGITS_MS = 800;

/**
 * Creates the key handler of one radio group. The handler returns the score that a key selects, or `undefined`. The score of a digit may be
 * outside the scale. `at` is the time of the key press in milliseconds. `from` is the focused score, and is given only for right-to-left
 * scales: there ArrowLeft increases the score, as it looks on screen. The handler implements this itself, because WebKit does not reverse
 * the arrows.
 */
export const createGroupKeys = (): ((
  key: string,
  scale: { min: number; max: number },
  at: number,
  from?: number,
) => number | undefined) => {
  let digits = '';
  let typedAt = 0;
  return (key, { min, max }, at, from) => {
    if (from !== undefined) {
      if (key === 'ArrowLeft') return from < max ? from + 1 : min;
      if (key === 'ArrowRight') return from > min ? from - 1 : max;
    }
    if (key === 'Home') return min;
    if (key === 'End') return max;
    if (!/^\d$/.test(key)) return undefined;
    const both = at - typedAt < TWO_DIGITS_MS ? digits + key : key;
    digits = +both <= max ? both : key;
    typedAt = at;
    return +digits;
  };
};
