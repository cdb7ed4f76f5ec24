/** Keys beyond what native radios do: Home, End, and digits, where 1 and then 0 is 10. */

const TWO_DIGITS_MS = 800;

/** Creates the reader of keys for one group. Returns the score that a key asks for, if it does. */
export const createGroupKeys = (
  now: () => number,
): ((key: string, scale: { min: number; max: number }) => number | undefined) => {
  let digits = '';
  let typedAt = Number.NEGATIVE_INFINITY;
  return (key, { min, max }) => {
    if (key === 'Home') return min;
    if (key === 'End') return max;
    if (!/^\d$/.test(key)) return undefined;
    const both = now() - typedAt < TWO_DIGITS_MS ? digits + key : key;
    digits = +both <= max ? both : key;
    typedAt = now();
    return +digits >= min && +digits <= max ? +digits : undefined;
  };
};
