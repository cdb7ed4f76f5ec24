/** The display records of a survey and a respondent: `{ v: 1, records: [...] }`, oldest first. */
import type { KeyValueStore } from '../browser/localStore.ts';
import { type DisplayRecord, isDisplayRecord } from '../core/rules/displayRecord.ts';
import type { Outcome } from '../core/rules/outcome.ts';
import { pack, unpack } from './versioned.ts';

/** The maximum length of a list. A survey with a subject has about five records for each order or ticket. */
const MAX_RECORDS = 600;

/** Reads a stored list. An invalid list is empty, and invalid records are dropped. */
export const parseRecords = (text: string | null | undefined): DisplayRecord[] => {
  const { records } = unpack(text);
  return Array.isArray(records) ? records.filter(isDisplayRecord) : [];
};

export const readRecords = (store: KeyValueStore, key: string): DisplayRecord[] => parseRecords(store.get(key));

/** Writes a list without its oldest records when it is too long. */
export const writeRecords = (store: KeyValueStore, key: string, records: readonly DisplayRecord[]): void =>
  store.set(key, pack({ records: records.slice(-MAX_RECORDS) }));

/** Returns the newest outcome of a stored list, such as the value of a `storage` event. */
export const toLastOutcome = (text: string | null | undefined): Outcome | undefined =>
  parseRecords(text).at(-1)?.outcome;
