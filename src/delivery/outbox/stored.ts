/** Changes when a stored object changes its fields. What was stored in another version is dropped. */
const VERSION = 1;

/** Serializes what the outbox stores on the device. */
export const toStored = (fields: object): string => JSON.stringify({ version: VERSION, ...fields });

/** Reads what `toStored` wrote in this version; returns nothing for any other text. */
export const readStored = <T extends object>(text: string): T | undefined => {
  try {
    const stored = JSON.parse(text);
    if (stored.version === VERSION) return stored;
  } catch {
    // Cut off, or not ours.
  }
  return undefined;
};
