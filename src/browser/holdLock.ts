import { tryLock } from './tryLock.ts';

/** One tab of the site holds it. */
const NAME = 'scorelet';
/** Without locks: when a tab took it. A tab that has crashed lets go after so long. */
export const LEASE = 'scorelet:1:o';
const LEASE_MS = 600_000;

const toLease = () => {
  try {
    // A clock that was set back makes no lease endless.
    if (Math.abs(Date.now() - Number(localStorage.getItem(LEASE))) < LEASE_MS) return undefined;
    localStorage.setItem(LEASE, `${Date.now()}`);
    return () => localStorage.removeItem(LEASE);
  } catch {
    // No storage either: each tab is by itself.
    return () => {};
  }
};

/** Takes what one tab only may have; resolves what gives it back, or nothing where another tab has it. Plain http has no locks, but storage. */
export const holdLock = (): Promise<(() => void) | undefined> =>
  new Promise((resolve) => {
    if (!navigator.locks) return resolve(toLease());
    void tryLock(NAME, () => new Promise(resolve)).then((ran) => ran || resolve(undefined));
  });

/** Resolves when no tab has it any more. Without locks never: there the `storage` event of the lease says it. */
export const whenFree = (): Promise<void> =>
  new Promise((resolve) => void navigator.locks?.request(NAME, () => resolve()).catch(() => {}));

/** Says whether a tab has it now. */
export const isHeld = async (): Promise<boolean> => {
  try {
    const { held = [] } = await navigator.locks.query();
    return held.some(({ name }) => name === NAME);
  } catch {
    return false;
  }
};
