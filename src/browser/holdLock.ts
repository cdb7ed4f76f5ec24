/** A lock that only one tab of the site can hold at a time. */
import { takeLease } from './takeLease.ts';
import { tryLock } from './tryLock.ts';

const NAME = 'scorelet';

/**
 * Takes the lock, or on plain http a lease in localStorage. Resolves a function that releases it, or undefined when another tab holds it.
 */
export const holdLock = (): Promise<(() => void) | undefined> =>
  new Promise((resolve) => {
    if (!navigator.locks) return resolve(takeLease());
    void tryLock(NAME, () => new Promise(resolve)).then((ran) => ran || resolve(undefined));
  });

/**
 * Resolves when no tab holds the lock, including this tab. Without Web Locks it never resolves; the `storage` event of the lease reports
 * the release instead.
 */
export const whenFree = (): Promise<void> =>
  new Promise((resolve) => void navigator.locks?.request(NAME, () => {}).then(resolve, () => {}));

/** Resolves true when a tab holds the lock now; false when no tab holds it or the state is unknown. */
export const isHeld = async (): Promise<boolean> => {
  try {
    const { held = [] } = await navigator.locks.query();
    return held.some(({ name }) => name === NAME);
  } catch {
    return false;
  }
};
