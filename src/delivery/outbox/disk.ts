import type { Ports } from './ports.ts';

/**
 * A wrapper of localStorage and IndexedDB. No method throws or rejects. While the consent forbids storage, reads are empty and writes fail.
 */
export interface Disk {
  /** True while localStorage and IndexedDB may be read and written. */
  allowed: boolean;
  keys(): readonly string[];
  /** Reads a key of localStorage. Returns `''` when the key does not exist. */
  get(key: string): string;
  /** Writes a key of localStorage. Returns true when the write succeeded. */
  set(key: string, text: string): boolean;
  remove(key: string): void;
  /** Writes a record to IndexedDB, which survives when the browser is killed. */
  put(key: string, text: string): void;
  /** Deletes a record from IndexedDB. Resolves when the deletion has succeeded or failed. */
  drop(key: string): Promise<unknown>;
  /** Reads a record from IndexedDB. Resolves undefined when the read failed. */
  entries(): Promise<readonly (readonly [key: string, text: string])[] | undefined>;
}

/** Creates the wrapper of localStorage and IndexedDB. Storage is blocked in sandboxed frames, and writes fail when the storage is full. */
export const createDisk = ({ local, durable }: Ports): Disk => {
  const guarded = <T>(action: () => T): T | undefined => {
    try {
      if (disk.allowed) return action();
    } catch {
      // The browser refused the write: the caller keeps the value in memory.
    }
    return undefined;
  };
  let last: Promise<unknown> = Promise.resolve();
  /** Runs IndexedDB calls one after another, so that a key that is written and then deleted does not exist afterwards. */
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
