/** The display records of a survey and a respondent: `{ v: 1, records: [...] }`, oldest first. */
import type { KeyValueStore } from '../browser/localStore.ts';
import { type DisplayRecord, isDisplayRecord } from '../core/rules/displayRecord.ts';
import type { Outcome } from '../core/rules/outcome.ts';
import { pack, unpack } from './versioned.ts';

/** A survey with a subject has some five for each order or ticket: more than a hundred of them. */
const MAX_RECORDS = 600;

/** Reads a stored list. What is not a list is an empty one, and what is not a record is dropped. */
export const parseRecords = (text: string | null | undefined): DisplayRecord[] => {
  const { records } = unpack(text);
  return Array.isArray(records) ? records.filter(isDisplayRecord) : [];
};

export const readRecords = (store: KeyValueStore, key: string): DisplayRecord[] => parseRecords(store.get(key));

/** Writes a list; the oldest records of a long one are dropped. */
export const writeRecords = (store: KeyValueStore, key: string, records: readonly DisplayRecord[]): void =>
  store.set(key, pack({ records: records.slice(-MAX_RECORDS) }));

/** Returns the newest outcome of a stored list, as a `storage` event has it. */
export const toLastOutcome = (text: string | null | undefined): Outcome | undefined =>
  parseRecords(text).at(-1)?.outcome;
