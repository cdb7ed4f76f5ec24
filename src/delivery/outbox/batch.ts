import type { Held } from './held.ts';

export const MAX_EVENTS = 50;
/**
 * The maximum size of a batch. It is below the 64 KiB that a collector accepts. Browsers allow the same 64 KiB for all keepalive requests
 * of a page, including those of other scripts.
 */
export const MAX_BYTES = 48 * 1024;

/** Takes as many events from the start of the list as fit in one request, but at least one. */
export const toBatch = (records: readonly Held[], most: number, maxBytes = MAX_BYTES): readonly Held[] => {
  let bytes = 1;
  return records.filter(({ record }, index) => {
    // Each event adds a comma or the closing bracket to the opening one.
    bytes += new TextEncoder().encode(record.json).length + 1;
    return index < 1 || (bytes <= maxBytes && index < most);
  });
};
