import type { Ports } from './ports.ts';

/** The two stores of a device as one that never throws; while it may not be used it is empty and takes nothing. */
export interface Disk {
  /** Whether anything may be read or written. */
  allowed: boolean;
  keys(): readonly string[];
  /** Reads what was written at once; `''` when there is nothing. */
  get(key: string): string;
  /** Writes at once; returns whether it is there. */
  set(key: string, value: string): boolean;
  remove(key: string): void;
  /** Writes what survives the browser being killed. */
  put(key: string, value: string): void;
  /** Removes what would have; resolves when it is gone, or can't be. */
  drop(key: string): Promise<unknown>;
  /** Reads what survived. */
  entries(): Promise<readonly (readonly [key: string, value: string])[]>;
}

/** Creates a disk over both ports: sandboxed frames refuse storage, a full one refuses to be written. */
export const createDisk = ({ local, durable }: Ports, allowed: boolean): Disk => {
  const guarded = <T>(action: () => T): T | undefined => {
    try {
      if (disk.allowed) return action();
    } catch {
      // Refused: whoever asked goes on in memory.
    }
    return undefined;
  };
  let last: Promise<unknown> = Promise.resolve();
  /** One after the other: what is put first and removed then is gone. */
  const durably = <T>(action: () => Promise<T>): Promise<T | undefined> => {
    const done = last.then(() => guarded(action)).catch(() => undefined);
    last = done;
    return done;
  };
  const disk: Disk = {
    allowed,
    keys: () => guarded(local.keys) ?? [],
    get: (key) => guarded(() => local.get(key)) ?? '',
    set: (key, value) =>
      !!guarded(() => {
        local.set(key, value);
        return true;
      }),
    remove: (key) => guarded(() => local.remove(key)),
    put: (key, value) => void durably(() => durable.put(key, value)),
    drop: (key) => durably(() => durable.remove([key])),
    entries: async () => (await durably(durable.entries)) ?? [],
  };
  return disk;
};
