/** A lock that only one tab of the site can hold at a time. */
import { spread, tryLock } from './tryLock.ts';

/** The name of the lock. */
export const NAME = 'scorelet';

/** Settles when the lock that this page released last is free. */
let released: Promise<unknown> | undefined;

/** Takes the lock. Resolves a function that releases it, or undefined when another tab holds it. */
export const holdLock = async (): Promise<(() => void) | undefined> => {
  await released;
  return new Promise((resolve) => {
    const ran = tryLock(
      NAME,
      () =>
        new Promise((release) => {
          resolve(() => {
            released = ran;
            release();
          });
        }),
    );
    void ran.then((didRun) => didRun || resolve(undefined));
  });
};

/**
 * Resolves at a random time after the lock has become free: two tabs that wait would otherwise find each other's request in a loop. Rejects
 * without Web Locks; there the `storage` event of the lease reports the release.
 */
export const whenFree = async (): Promise<void> => {
  await navigator.locks.request(NAME, () => {});
  await spread();
};
