/** Returns a copy of the data without functions, so that later changes by the host have no effect. */
export const toData = (value: object): Record<string, unknown> => {
  const written = Object.fromEntries(Object.entries(value).filter(([, each]) => typeof each !== 'function'));
  try {
    return structuredClone(written);
  } catch {
    // A value cannot be cloned. The check reports its path.
    return written;
  }
};
