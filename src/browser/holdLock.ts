/** A lock that one tab of the site can hold. */
import { takeLease } from './takeLease.ts';
import { tryLock } from './tryLock.ts';

const NAME = 'scorelet';

/** Takes the lock, or a lease on plain http. Resolves a function that releases it, or undefined when another tab holds it. */
export const holdLock = (): Promise<(() => void) | undefined> =>
  new Promise((resolve) => {
    if (!navigator.locks) return resolve(takeLease());
    void tryLock(NAME, () => new Promise(resolve)).then((ran) => ran || resolve(undefined));
  });

/**
 * Resolves when no tab holds the lock, this one included. Without Web Locks it never resolves; the `storage` event of the lease reports
 * the release instead.
 */
export const whenFree = (): Promise<void> =>
  new Promise((resolve) => void navigator.locks?.request(NAME, () => {}).then(resolve, () => {}));

/** Resolves whether a tab holds the lock now; false when that is unknown. */
export const isHeld = async (): Promise<boolean> => {
  try {
    const { held = [] } = await navigator.locks.query();
    return held.some(({ name }) => name === NAME);
  } catch {
    return false;
  }
};
