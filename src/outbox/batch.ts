import type { Held } from './records.ts';

export const MAX_EVENTS = 50;
/** Below the 64 KiB that a collector takes and a browser keeps alive, other scripts' requests included. */
export const MAX_BYTES = 48 * 1024;

/** Bytes in UTF-8, at most: a character beyond ASCII counts as three. */
const bytesOf = ({ json }: Held): number => json.length + 2 * (json.match(/[^\0-\x7f]/g)?.length ?? 0);

/** Bytes of a batch, brackets and commas included. */
export const toBytes = (batch: readonly Held[]): number => batch.reduce((sum, record) => sum + bytesOf(record) + 1, 1);

/** Takes as many from the start as one request may carry; at least one, unless there is no room at all. */
export const toBatch = (records: readonly Held[], most: number, maxBytes: number): readonly Held[] => {
  const batch: Held[] = [];
  let bytes = 1;
  for (const record of records.slice(0, most)) {
    bytes += bytesOf(record) + 1;
    if ((maxBytes < MAX_BYTES || batch.length > 0) && bytes > maxBytes) break;
    batch.push(record);
  }
  return batch;
};

export const toBody = (batch: readonly Held[]): string => `[${batch.map(({ json }) => json)}]`;
