import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { lock } from 'proper-lockfile';

export interface LockOptions {
  /** Hears that the folder is waited for, and that the lock was lost. */
  log?: ((line: string) => void) | undefined;
  /** Milliseconds to wait for a lock that nobody may hold any more. @default 9000 */
  lockPatienceMs?: number | undefined;
}

export interface DataDirLock {
  /** Throws when another process may have taken the folder: nothing may be written any more. */
  assertHeld(): void;
  release(): Promise<void>;
}

/** A holder renews its lock every two seconds; after six without a sign it is taken for dead. */
const STALE_MS = 6_000;
const RENEW_MS = 2_000;
const RETRY_MS = 250;

const isHeldElsewhere = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ELOCKED';

/**
 * Keeps other processes out of a data folder: PGlite has no lock of its own, and two of them on one folder lose rows without
 * a word. A process that was killed leaves its lock behind, so this waits until such a lock is stale.
 */
export const lockDataDir = async (dataDir: string, options: LockOptions = {}): Promise<DataDirLock> => {
  const { log, lockPatienceMs = 9_000 } = options;
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
          log?.(`The lock of ${dataDir} was lost (${error.message}); nothing is written any more. Start again.`);
        },
      });
    } catch (error) {
      if (!isHeldElsewhere(error)) throw error;
      if (Date.now() >= deadline) {
        throw new Error(
          `${dataDir} is open in another process. Stop that one, or choose another data folder: two on one folder lose rows.`,
        );
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
