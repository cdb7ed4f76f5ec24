/** Copies what is data, functions left out: the host may change its own object afterwards. */
export const toData = (value: object): Record<string, unknown> => {
  const written = Object.fromEntries(Object.entries(value).filter(([, each]) => typeof each !== 'function'));
  try {
    return structuredClone(written);
  } catch {
    // Something in it is no data; the check says where.
    return written;
  }
};
