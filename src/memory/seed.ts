import type { KeyValueStore } from '../browser/localStore.ts';
import { keepInTab, takeFromTab } from '../browser/tabStore.ts';
import { SEED } from './keys.ts';
import { pack, unpack } from './versioned.ts';

const read = (text: string | undefined): string => {
  const { seed } = unpack(text);
  return typeof seed === 'string' ? seed : `${Math.random()}`;
};

/**
 * Returns the random seed for the sampling buckets of an anonymous respondent. The seed is the same on every page. When the browser sends
 * Global Privacy Control, the seed is stored only in the tab.
 */
export const keepSeed = (store: KeyValueStore, mayPersist: () => boolean): string => {
  if ((navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl) {
    const seed = read(takeFromTab(SEED));
    if (mayPersist()) keepInTab(SEED, pack({ seed }));
    return seed;
  }
  const seed = read(store.get(SEED));
  store.set(SEED, pack({ seed }));
  return seed;
};
