/** Serializes to JSON without a `toJSON` that the page adds to arrays. Prototype.js adds one that returns strings. */
export const toJson = (value: unknown): string => {
  const prototype = Array.prototype as { toJSON?: unknown };
  const { toJSON } = prototype;
  // `JSON.stringify` ignores a `toJSON` that is not a function.
  if (toJSON) prototype.toJSON = 0;
  try {
    return JSON.stringify(value);
  } finally {
    if (toJSON) prototype.toJSON = toJSON;
  }
};
