/** The stored display records of one survey and one respondent: `{ v: 1, records: [...] }`, oldest first. */
import type { KeyValueStore } from '../browser/localStore.ts';
import { type DisplayRecord, isDisplayRecord } from '../core/rules/displayRecord.ts';
import type { Outcome } from '../core/rules/outcome.ts';
import { pack, unpack } from './versioned.ts';

/** The maximum number of display records in a list. A survey with a subject has about five records for each order or ticket. */
const MAX_RECORDS = 600;

/** Reads a stored list of display records. An invalid list counts as empty, and invalid records are ignored. */
export const parseRecords = (text: string | null | undefined): DisplayRecord[] => {
  const { records } = unpack(text);
  return Array.isArray(records) ? records.filter(isDisplayRecord) : [];
};

export const readRecords = (store: KeyValueStore, key: string): DisplayRecord[] => parseRecords(store.get(key));

/** Writes a list of display records. When the list is too long, leaves out the oldest records. */
export const writeRecords = (store: KeyValueStore, key: string, records: readonly DisplayRecord[]): void =>
  store.set(key, pack({ records: records.slice(-MAX_RECORDS) }));

/** Returns the newest outcome of a stored list of display records, such as the value of a `storage` event. */
export const toLastOutcome = (text: string | null | undefined): Outcome | undefined =>
  parseRecords(text).at(-1)?.outcome;
