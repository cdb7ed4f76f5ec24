/** A small store of strings that never throws: sandboxed frames refuse storage, a full one refuses to be written. */
export interface KeyValueStore {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
  /** Whether values outlive the page. Turning it off deletes what was kept; turning it on keeps what is in memory. */
  persist(allowed: boolean): void;
  /** Forgets everything. */
  clear(): void;
}

/** Creates a store over localStorage for keys that start with `prefix`. */
export const createLocalStore = (prefix: string): KeyValueStore => {
  const memory = new Map<string, string>();
  let persistent = false;
  const guarded = <T>(action: (storage: Storage) => T): T | undefined => {
    try {
      return action(localStorage);
    } catch {
      return undefined;
    }
  };
  const write = (key: string, value: string) => guarded((storage) => storage.setItem(prefix + key, value));
  const wipe = (): void => {
    guarded((storage) => {
      for (const key of Object.keys(storage)) if (key.startsWith(prefix)) storage.removeItem(key);
    });
  };
  return {
    get: (key) => (persistent ? guarded((storage) => storage.getItem(prefix + key)) : undefined) ?? memory.get(key),
    set(key, value) {
      memory.set(key, value);
      if (persistent) write(key, value);
    },
    persist(allowed) {
      persistent = allowed;
      if (!allowed) return wipe();
      for (const [key, value] of memory) write(key, value);
    },
    clear() {
      memory.clear();
      wipe();
    },
  };
};
