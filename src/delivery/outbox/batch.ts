import type { Held } from './held.ts';

export const MAX_EVENTS = 50;
/** Below the 64 KiB that a collector accepts, and that a browser allows for keepalive requests, including those of other scripts. */
export const MAX_BYTES = 48 * 1024;

/** Takes as many events from the start of the list as one request may carry, at least one. */
export const toBatch = (records: readonly Held[], most: number, maxBytes = MAX_BYTES): readonly Held[] => {
  let bytes = 0;
  return records.filter(({ record }, index) => {
    // Each event adds a comma or a bracket.
    bytes += new TextEncoder().encode(record.json).length + 1;
    return index < 1 || (bytes <= maxBytes && index < most);
  });
};
