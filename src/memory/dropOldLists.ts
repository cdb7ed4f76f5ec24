import type { KeyValueStore } from '../browser/localStore.ts';
import { RECORDS } from './keys.ts';
import { readRecords } from './records.ts';

/** The maximum number of lists of display records on a device. Many respondents may log in on one device. */
const MAX_LISTS = 100;

/** Deletes lists of display records until a hundred remain. The lists whose newest record is oldest are deleted first. */
export const dropOldLists = (store: KeyValueStore): void => {
  const keys = store.keys(RECORDS);
  if (keys.length <= MAX_LISTS) return;
  const lists = keys.map((key) => ({ key, at: readRecords(store, key).at(-1)?.at ?? 0 }));
  lists.sort((one, other) => one.at - other.at);
  for (const { key } of lists.slice(0, -MAX_LISTS)) store.set(key, undefined);
};
