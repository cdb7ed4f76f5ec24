import type { DisplayRecord } from './displayRecord.ts';

/** Returns the records with those from the future moved to now; the same list when there are none. The device's clock was set back. */
export const notInFuture = (records: readonly DisplayRecord[], now: number): readonly DisplayRecord[] =>
  records.some(({ at }) => at > now) ? records.map((record) => ({ ...record, at: Math.min(record.at, now) })) : records;
