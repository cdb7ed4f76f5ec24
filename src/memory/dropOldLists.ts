import type { KeyValueStore } from '../browser/localStore.ts';
import { RECORDS } from './keys.ts';
import { readRecords } from './records.ts';

/** The maximum number of lists, because many people may log in on one device. */
const MAX_LISTS = 100;

/** Deletes the lists of records beyond a hundred, starting with those whose newest record is oldest. */
export const dropOldLists = (store: KeyValueStore): void => {
  const keys = store.keys(RECORDS);
  if (keys.length <= MAX_LISTS) return;
  const lists = keys.map((key) => ({ key, at: readRecords(store, key).at(-1)?.at ?? 0 }));
  lists.sort((one, other) => one.at - other.at);
  for (const { key } of lists.slice(0, -MAX_LISTS)) store.set(key, undefined);
};
