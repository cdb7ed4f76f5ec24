import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { lock } from 'proper-lockfile';

export interface LockOptions {
  /** Called when the lock has to be waited for, and when it was lost. */
  log?: ((line: string) => void) | undefined;
  /** Milliseconds to wait for a lock that a killed process may have left behind. @default 9000 */
  lockPatienceMs?: number | undefined;
}

interface DataDirLock {
  /** Throws when the lock was lost. Another process may write to the folder then. */
  assertHeld(): void;
  release(): Promise<void>;
}

/**
 * The owner renews its lock every two seconds. A lock that was not renewed for twelve seconds is stale. On a busy machine, the owner may not
 * run for more than six.
 */
const STALE_MS = 12_000;
const RENEW_MS = 2_000;
const RETRY_MS = 250;

const isHeldElsewhere = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ELOCKED';

/**
 * Locks a data folder against other processes. PGlite has no lock, and two instances in one folder lose rows silently. A killed
 * process leaves its lock behind, so this function waits until such a lock is stale.
 * @throws Error when another process still holds the lock after `lockPatienceMs`
 */
export const lockDataDir = async (dataDir: string, options: LockOptions = {}): Promise<DataDirLock> => {
  const { log, lockPatienceMs = 15_000 } = options;
  const deadline = Date.now() + lockPatienceMs;
  let lost: Error | undefined;
  let announced = false;

  const take = async (): Promise<() => Promise<void>> => {
    try {
      return await lock(dataDir, {
        lockfilePath: path.join(dataDir, 'collector.lock'),
        stale: STALE_MS,
        update: RENEW_MS,
        onCompromised: (error) => {
          lost = error;
          log?.(`The lock of ${dataDir} was lost (${error.message}). The collector stops writing. Restart it.`);
        },
      });
    } catch (error) {
      if (!isHeldElsewhere(error)) throw error;
      if (Date.now() >= deadline) {
        throw new Error(`${dataDir} is open in another process. Stop that process, or choose another data folder.`);
      }
      if (!announced) {
        announced = true;
        log?.(`${dataDir} is locked, perhaps by a process that was killed; waiting up to ${lockPatienceMs / 1000} s …`);
      }
      await wait(RETRY_MS);
      return take();
    }
  };

  const release = await take();
  return {
    assertHeld() {
      if (lost) throw new Error(`The lock of ${dataDir} was lost: another process may be writing there.`);
    },
    release: async () => {
      if (!lost) await release();
    },
  };
};
