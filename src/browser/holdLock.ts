/** A lock that only one tab of the site can hold at a time. */
import { spread, tryLock } from './tryLock.ts';

/** The name of the lock. */
export const NAME = 'scorelet';

/** Takes the lock. Resolves a function that releases it, or undefined when another tab holds it. */
export const holdLock = (): Promise<(() => void) | undefined> =>
  new Promise((resolve) => {
    void tryLock(NAME, () => new Promise(resolve)).then((ran) => ran || resolve(undefined));
  });

/**
 * Resolves at a random time after the lock has become free: two tabs that wait would otherwise find each other's request in a loop. Rejects
 * without Web Locks; there the `storage` event of the lease reports the release.
 */
export const whenFree = async (): Promise<void> => {
  await navigator.locks.request(NAME, () => {});
  await spread();
};
