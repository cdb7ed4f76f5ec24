import { ROOT } from '../../memory/keys.ts';
import type { Ports } from './ports.ts';

/** Both stores of the device. No method throws or rejects; while use is not allowed, the disk is empty and takes nothing. */
export interface Disk {
  /** Whether the stores may be read and written. */
  allowed: boolean;
  keys(): readonly string[];
  /** Reads localStorage; `''` when the key is not there. */
  get(key: string): string;
  /** Writes localStorage; returns whether that succeeded. */
  set(key: string, text: string): boolean;
  remove(key: string): void;
  /** Returns whether localStorage has room for this text within our cap, in place of what the key has now. */
  fits(key: string, text: string): boolean;
  /** Writes IndexedDB, which survives a kill of the browser. */
  put(key: string, text: string): void;
  /** Deletes from IndexedDB; resolves when that is done or has failed. */
  drop(key: string): Promise<unknown>;
  /** Reads IndexedDB. */
  entries(): Promise<readonly (readonly [key: string, text: string])[]>;
}

/** A little less than 256 KiB at two bytes each. The state of the collector is written beyond this cap. */
const MAX_CHARACTERS = 127 * 1024;
const MAX_RECORDS = 300;

/** Creates a disk over both ports. Sandboxed frames refuse storage; a full store refuses to be written. */
export const createDisk = ({ local, durable }: Ports, allowed: boolean): Disk => {
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
    allowed,
    keys: () => guarded(local.keys) ?? [],
    get: (key) => guarded(() => local.get(key)) ?? '',
    set: (key, text) =>
      !!guarded(() => {
        local.set(key, text);
        return true;
      }),
    remove: (key) => guarded(() => local.remove(key)),
    fits(key, text) {
      if (text.length <= disk.get(key).length) return true;
      const others = disk.keys().filter((other) => other.startsWith(ROOT) && other !== key);
      const taken = others.reduce(
        (sum, other) => sum + other.length + disk.get(other).length,
        key.length + text.length,
      );
      return taken <= MAX_CHARACTERS && others.length < MAX_RECORDS;
    },
    put: (key, text) => void durably(() => durable?.put(key, text)),
    drop: (key) => durably(() => durable?.remove([key])),
    entries: async () => (await durably(() => durable?.entries())) ?? [],
  };
  return disk;
};
