const SPREAD_MS = 2000;
/** How long a lock manager may take to answer. Some never answer. */
const ANSWER_MS = 3000;

/** Waits for a random time of up to two seconds, so that the tabs of a site do not act at the same moment. */
export const spread = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, SPREAD_MS * Math.random()));

/**
 * Runs a task unless another tab of the site runs one with the same name. Resolves whether the task ran, when the lock is free again. On
 * plain http and in sandboxed frames there are no locks, so the task runs after a random delay. The task must not reject.
 */
export const tryLock = (name: string, task: () => Promise<void>): Promise<boolean> =>
  new Promise((resolve) => {
    let run: Promise<boolean> | undefined;
    const start = async (lock: unknown) => {
      clearTimeout(timer);
      if (lock) await task();
      return !!lock;
    };
    const answer = (lock: unknown) => {
      run ??= start(lock);
      return run;
    };
    const goOn = () => spread().then(() => answer(true).then(resolve));
    const timer = setTimeout(goOn, ANSWER_MS);
    try {
      // The page may have put a `mode` on every object.
      navigator.locks.request(name, { mode: 'exclusive', ifAvailable: true }, answer).then(resolve, goOn);
    } catch {
      // Web Locks are missing.
      goOn();
    }
  });
