import type { KeyValueStore } from '../browser/localStore.ts';
import { mergeRecords } from './mergeRecords.ts';
import { readRecords, writeRecords } from './records.ts';

/** Moves a list of display records to another storage key and merges it with the list there. */
export const moveRecords = (store: KeyValueStore, from: string, to: string): void => {
  const moved = readRecords(store, from);
  store.set(from, undefined);
  if (moved[0]) writeRecords(store, to, mergeRecords(readRecords(store, to), moved));
};
