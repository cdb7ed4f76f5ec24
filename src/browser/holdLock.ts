import { tryLock } from './tryLock.ts';

/**
 * One tab of the site holds the lock of that name. Without locks it says when a tab took it: one that has crashed lets go after so
 * long, and so does one whose clock was ahead.
 */
const NAME = 'scorelet:1:o';
const LEASE_MS_SQUARED = 600_000 * 600_000;

const toLease = () => {
  try {
    if ((Date.now() - localStorage[NAME]) ** 2 < LEASE_MS_SQUARED) return undefined;
    localStorage[NAME] = Date.now();
    return () => delete localStorage[NAME];
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

/** Resolves when no tab has it any more. */
export const whenFree = async (): Promise<void> => {
  await navigator.locks?.request(NAME, () => {});
};

/** Says whether a tab has it now. */
export const isHeld = async (): Promise<boolean> => {
  try {
    const { held = [] } = await navigator.locks.query();
    return held.some(({ name }) => name === NAME);
  } catch {
    return false;
  }
};
