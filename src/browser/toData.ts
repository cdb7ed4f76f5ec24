/** Returns a deep copy of the data without functions, so that later changes by the host page have no effect. */
export const toData = (value: object): Record<string, unknown> => {
  const written = Object.fromEntries(Object.entries(value).filter(([, each]) => typeof each !== 'function'));
  try {
    return structuredClone(written);
  } catch {
    // When a value cannot be cloned, the validation reports its path later.
    return written;
  }
};
