/** Copies arrays and objects deeply, everything else as it is. The copies of objects have no prototype. */
const copy = (value: unknown): unknown => {
  if (typeof value !== 'object' || !value) return value;
  const bare = (Array.isArray(value) ? [] : { __proto__: null }) as Record<string, unknown>;
  for (const [key, each] of Object.entries(value)) bare[key] = copy(each);
  return bare;
};

/**
 * Returns a deep copy of data of the host page, so that later changes by the page have no effect. Its objects have no prototype, so that a
 * missing key stays missing when the page has put a value of the same name on `Object.prototype`.
 */
export const toData = <T>(value: T): T => {
  try {
    return copy(value) as T;
  } catch {
    // When a value cannot be copied, the validation reports its path later.
    return value;
  }
};
