import type { KeyValueStore } from '../browser/localStore.ts';
import { RECORDS } from './keys.ts';
import { readRecords } from './records.ts';

/**
 * The number of lists of display records that remain on a device. Many respondents may log in on one device. A device has at most a hundred
 * lists, so there is room for the prompts that are due now.
 */
const MAX_LISTS = 90;

/**
 * Deletes lists of display records until ninety remain. The lists whose newest record is oldest are deleted first. A list that ends in the
 * future was written before the device's clock was set back, so it is older than any other.
 */
export const dropOldLists = (store: KeyValueStore, now: number): void => {
  const keys = store.keys(RECORDS);
  if (keys.length <= MAX_LISTS) return;
  const lists = keys.map((key) => {
    const at = readRecords(store, key).at(-1)?.at ?? 0;
    return { key, at: at > now ? 0 : at };
  });
  lists.sort((one, other) => one.at - other.at);
  for (const { key } of lists.slice(0, -MAX_LISTS)) store.set(key, undefined);
};
