/** Without locks, chance keeps the tabs apart. */
const SPREAD_MS = 2000;

/**
 * Runs a task unless another tab of the site runs one under the same name; resolves whether it ran. Plain http has no locks, and
 * sandboxed frames refuse them: there the task runs after a random time. The task must not reject.
 */
export const tryLock = async (name: string, task: () => Promise<void>): Promise<boolean> => {
  try {
    return await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
      if (lock) await task();
      return !!lock;
    });
  } catch {
    // No locks here.
    await new Promise((resolve) => setTimeout(resolve, SPREAD_MS * Math.random()));
    await task();
    return true;
  }
};
