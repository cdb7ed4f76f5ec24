/** A lock that one tab of the site holds. */
import { takeLease } from './takeLease.ts';
import { tryLock } from './tryLock.ts';

const NAME = 'scorelet';

/** Takes the lock. Resolves what gives it back, or undefined when another tab has it. Plain http has no locks: there it takes a lease. */
export const holdLock = (): Promise<(() => void) | undefined> =>
  new Promise((resolve) => {
    if (!navigator.locks) return resolve(takeLease());
    void tryLock(NAME, () => new Promise(resolve)).then((ran) => ran || resolve(undefined));
  });

/** Resolves when no tab has the lock. Never without locks: there the `storage` event of the lease reports it. */
export const whenFree = (): Promise<void> =>
  new Promise((resolve) => {
    // The lock that this takes to hear of it is given back first: inside, nobody would find it free.
    navigator.locks?.request(NAME, () => {}).then(resolve, () => {});
  });

/** Resolves whether a tab has the lock now; false where nobody can tell. */
export const isHeld = async (): Promise<boolean> => {
  try {
    const { held = [] } = await navigator.locks.query();
    return held.some(({ name }) => name === NAME);
  } catch {
    return false;
  }
};
