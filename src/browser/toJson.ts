/**
 * Serializes a value to JSON without the `toJSON` that a page may add to arrays. Prototype.js, for example, adds one that returns strings.
 */
export const toJson = (value: unknown): string => {
  const prototype = Array.prototype as { toJSON?: unknown };
  const { toJSON } = prototype;
  // `JSON.stringify` ignores a `toJSON` property that is not a function.
  if (toJSON) prototype.toJSON = 0;
  try {
    return JSON.stringify(value);
  } finally {
    if (toJSON) prototype.toJSON = toJSON;
  }
};
