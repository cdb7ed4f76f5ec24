import type { KeyValueStore } from '../browser/localStore.ts';
import { mergeRecords } from './mergeRecords.ts';
import { readRecords, writeRecords } from './records.ts';

/** Moves a list of records to another key and merges it with the list there. */
export const moveRecords = (store: KeyValueStore, from: string, to: string): void => {
  writeRecords(store, to, mergeRecords(readRecords(store, to), readRecords(store, from)));
  store.set(from, undefined);
};
