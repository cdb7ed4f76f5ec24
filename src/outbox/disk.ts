import type { Ports } from './ports.ts';

/** The two stores of a device as one that never throws; while it may not be used it is empty. */
export interface Disk {
  /** Whether anything may be read or written. */
  allowed: boolean;
  keys(): readonly string[];
  get(key: string): string;
  /** Writes at once; returns whether it is there. */
  set(key: string, value: string): boolean;
  remove(key: string): void;
  /** Writes what survives the browser being killed; resolves when it does, or can't. */
  put(key: string, value: string): Promise<unknown>;
  drop(keys: readonly string[]): Promise<unknown>;
  entries(): Promise<readonly (readonly [key: string, value: string])[]>;
  /** Deletes every key that starts so, allowed or not. */
  wipe(prefix: string): void;
}

/** Creates a disk over both ports: sandboxed frames refuse storage, a full one refuses to be written. */
export const createDisk = ({ local, durable }: Ports, allowed: boolean): Disk => {
  const tryTo = <T>(action: () => T, otherwise: T): T => {
    try {
      if (disk.allowed) return action();
    } catch {
      // Refused: whoever asked goes on in memory.
    }
    return otherwise;
  };
  const disk: Disk = {
    allowed,
    keys: () => tryTo(local.keys, []),
    get: (key) => tryTo(() => local.get(key), '') ?? '',
    set: (key, value) =>
      tryTo(() => {
        local.set(key, value);
        return true;
      }, false),
    remove: (key) => tryTo(() => local.remove(key), undefined),
    put: async (key, value) => tryTo(() => durable.put(key, value).catch(() => {}), undefined),
    drop: async (keys) => tryTo(() => durable.remove(keys).catch(() => {}), undefined),
    entries: async () =>
      tryTo(() => durable.entries().catch(() => []), Promise.resolve<readonly (readonly [string, string])[]>([])),
    wipe(prefix) {
      const { allowed } = disk;
      const isOurs = (key: string) => key.startsWith(prefix);
      disk.allowed = true;
      for (const key of disk.keys().filter(isOurs)) disk.remove(key);
      void disk.entries().then((entries) => durable.remove(entries.map(([key]) => key).filter(isOurs)).catch(() => {}));
      disk.allowed = allowed;
    },
  };
  return disk;
};
