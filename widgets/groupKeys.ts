/** Keys beyond what native radios do: Home, End, and digits, where 1 and then 0 is 10. */

const TWO_DIGITS_MS = 800;

/**
 * Creates the reader of keys for one group. Returns the score that a key, pressed at a time in milliseconds, asks for, if it
 * does: a digit may ask for one that is not there. `from` is the score that has the focus, where scores run from right to
 * left: there left is more, as it is to see, and WebKit does not turn the arrows round.
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
