/** Keys beyond what native radios do: Home, End, and digits, where 1 and then 0 is 10. */

const TWO_DIGITS_MS = 800;

/** Creates the reader of keys for one group. Returns the score that a key, pressed at a time in milliseconds, asks for, if it does. */
export const createGroupKeys = (): ((
  key: string,
  scale: { min: number; max: number },
  at: number,
) => number | undefined) => {
  let digits = '';
  let typedAt = 0;
  return (key, { min, max }, at) => {
    if (key === 'Home') return min;
    if (key === 'End') return max;
    if (!/^\d$/.test(key)) return undefined;
    const both = at - typedAt < TWO_DIGITS_MS ? digits + key : key;
    digits = +both <= max ? both : key;
    typedAt = at;
    return +digits >= min && +digits <= max ? +digits : undefined;
  };
};
