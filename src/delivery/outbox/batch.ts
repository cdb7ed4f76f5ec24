import type { Held } from './records.ts';

export const MAX_EVENTS = 50;
/** Below the 64 KiB that a collector takes and a browser keeps alive, other scripts' requests included. */
export const MAX_BYTES = 48 * 1024;

/** Takes as many from the start as one request may carry, at least one. */
export const toBatch = (records: readonly Held[], most: number, maxBytes = MAX_BYTES): readonly Held[] => {
  let bytes = 0;
  const beyond = records.findIndex((record, index) => {
    // A character beyond ASCII is three bytes in UTF-8 at most, and there is a comma or a bracket.
    bytes += record.json.replace(/[^\0-\x7f]/g, '...').length + 1;
    return index > 0 && (bytes > maxBytes || index >= most);
  });
  return beyond < 0 ? records : records.slice(0, beyond);
};
