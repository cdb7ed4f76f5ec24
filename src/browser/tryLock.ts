/** The longest random delay that replaces a lock where Web Locks are missing. It keeps tabs from running the task at the same time. */
const SPREAD_MS = 2000;

/**
 * Runs a task unless another tab of the site runs one with the same name. Resolves whether the task ran. On plain http and in sandboxed
 * frames there are no locks, so the task runs after a random delay. The task must not reject.
 */
export const tryLock = async (name: string, task: () => Promise<void>): Promise<boolean> => {
  try {
    return await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
      if (lock) await task();
      return !!lock;
    });
  } catch {
    // Web Locks are missing or blocked.
    await new Promise((resolve) => setTimeout(resolve, SPREAD_MS * Math.random()));
    await task();
    return true;
  }
};
