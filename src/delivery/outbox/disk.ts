import type { Ports } from './ports.ts';

/** Both stores of the device. No method throws or rejects. While the stores may not be used, reads are empty and writes fail. */
export interface Disk {
  /** Whether the stores may be read and written. */
  allowed: boolean;
  keys(): readonly string[];
  /** Reads localStorage; `''` when the key is not there. */
  get(key: string): string;
  /** Writes localStorage; returns whether that succeeded. */
  set(key: string, text: string): boolean;
  remove(key: string): void;
  /** Writes IndexedDB, which survives a kill of the browser. */
  put(key: string, text: string): void;
  /** Deletes from IndexedDB; resolves when that has succeeded or failed. */
  drop(key: string): Promise<unknown>;
  /** Reads IndexedDB; resolves undefined when that failed. */
  entries(): Promise<readonly (readonly [key: string, text: string])[] | undefined>;
}

/** Creates a disk over both ports. Storage is blocked in sandboxed frames, and writes fail when it is full. */
export const createDisk = ({ local, durable }: Ports): Disk => {
  const guarded = <T>(action: () => T): T | undefined => {
    try {
      if (disk.allowed) return action();
    } catch {
      // Refused: the caller continues in memory.
    }
    return undefined;
  };
  let last: Promise<unknown> = Promise.resolve();
  /** Runs calls in sequence, so that a key that is put and then dropped is gone. */
  const durably = <T>(action: () => Promise<T> | undefined): Promise<T | undefined> => {
    const done = last.then(() => guarded(action)).catch(() => undefined);
    last = done;
    return done;
  };
  const disk: Disk = {
    allowed: false,
    keys: () => guarded(local.keys) ?? [],
    get: (key) => guarded(() => local.get(key)) ?? '',
    set: (key, text) =>
      !!guarded(() => {
        local.set(key, text);
        return true;
      }),
    remove: (key) => guarded(() => local.remove(key)),
    put: (key, text) => void durably(() => durable?.put(key, text)),
    drop: (key) => durably(() => durable?.remove(key)),
    entries: () => durably(() => durable?.entries()),
  };
  return disk;
};
