/** Without locks tabs keep out of each other's way by chance. */
const SPREAD_MS = 2000;

/**
 * Runs a task while no other tab of the site runs one under the same name; resolves `false` without running it when one does.
 * Plain http has no locks, and a sandboxed frame refuses them: there it runs after a moment by chance. The task must not reject.
 */
export const tryLock = async (name: string, task: () => Promise<void>): Promise<boolean> => {
  let ran: boolean | undefined;
  try {
    await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
      ran = !!lock;
      if (lock) await task();
    });
  } catch {
    // None here.
  }
  if (ran !== undefined) return ran;
  await new Promise((resolve) => setTimeout(resolve, SPREAD_MS * Math.random()));
  await task();
  return true;
};
