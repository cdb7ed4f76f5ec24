/** Serializes although the page may have given arrays a `toJSON` of its own (Prototype.js does, and turns them into text). */
export const toJson = (value: unknown): string => {
  const prototype = Array.prototype as { toJSON?: unknown };
  const { toJSON } = prototype;
  // What is no function is passed over.
  if (toJSON) prototype.toJSON = 0;
  try {
    return JSON.stringify(value);
  } finally {
    if (toJSON) prototype.toJSON = toJSON;
  }
};
