import type { DisplayRecord } from './displayRecord.ts';

/**
 * Changes the time of future records to now, because the device's clock was set back. Returns the same list when no record is in the
 * future.
 */
export const notInFuture = (records: readonly DisplayRecord[], now: number): readonly DisplayRecord[] =>
  records.some(({ at }) => at > now) ? records.map((record) => ({ ...record, at: Math.min(record.at, now) })) : records;
