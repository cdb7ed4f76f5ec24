import type { DisplayRecord } from './displayRecord.ts';

/** Moves records from the future to now: the device's clock was set back. Returns the same list when there are none. */
export const notInFuture = (records: readonly DisplayRecord[], now: number): readonly DisplayRecord[] =>
  records.some(({ at }) => at > now) ? records.map((record) => ({ ...record, at: Math.min(record.at, now) })) : records;
