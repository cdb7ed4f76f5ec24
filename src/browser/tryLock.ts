const SPREAD_MS = 2000;

/** Waits for a random time of up to two seconds, so that the tabs of a site do not act at the same moment. */
export const spread = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, SPREAD_MS * Math.random()));

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
    await spread();
    await task();
    return true;
  }
};
