/**
 * Serializes a value to JSON. Ignores an `Array.prototype.toJSON` added by the page: the one of Prototype.js, for example, turns arrays into
 * strings.
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
