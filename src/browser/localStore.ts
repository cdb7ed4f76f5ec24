import { DATABASE } from './databaseName.ts';

/** A key-value store of strings that never throws. When storage is blocked or full, values are kept in memory. */
export interface KeyValueStore {
  get(key: string): string | undefined;
  /** Stores a value under a key; `undefined` removes the key. */
  set(key: string, value: string | undefined): void;
  /** Lists the stored keys that begin with a prefix. */
  keys(prefix: string): string[];
  /** Returns true when sessionStorage has the key. */
  isInTab(key: string): boolean;
  /**
   * Sets whether values are written to storage or only to memory. `false` deletes all stored keys with the store's prefix; `true` writes
   * the values in memory to storage.
   */
  persist(allowed: boolean): void;
  /** Deletes all keys with the store's prefix, including those in sessionStorage, except the given keys. Keeps the database. */
  clear(isKept: (key: string) => boolean): void;
}

/** Creates a key-value store on top of localStorage or a given storage. It owns every key that begins with `prefix`. */
export const createLocalStore = (prefix: string, given?: Storage): KeyValueStore => {
  const memory = new Map<string, string>();
  let persistent = false;
  const guarded = <T>(action: (storage: Storage) => T) => {
    try {
      return action(given ?? localStorage);
    } catch {
      return undefined;
    }
  };
  const store: KeyValueStore = {
    get: (key) => (persistent && guarded((storage) => storage.getItem(key))) || memory.get(key),
    set(key, value) {
      if (value) memory.set(key, value);
      else memory.delete(key);
      if (persistent) guarded((storage) => (value ? storage.setItem(key, value) : storage.removeItem(key)));
    },
    keys: (start) =>
      [...new Set([...memory.keys(), ...((persistent && guarded(Object.keys)) || [])])].filter((key) =>
        key.startsWith(start),
      ),
    isInTab: (key) => !!guarded(() => key in sessionStorage),
    persist(allowed) {
      persistent = allowed;
      if (allowed) for (const [key, value] of memory) store.set(key, value);
      else wipe();
    },
    clear(isKept) {
      for (const key of memory.keys()) if (!isKept(key)) memory.delete(key);
      wipe(isKept);
    },
  };
  const wipe = (isKept?: (key: string) => boolean) =>
    guarded((local) => {
      for (const storage of [local, sessionStorage])
        for (const key in storage) if (key.startsWith(prefix) && !isKept?.(key)) storage.removeItem(key);
      if (!given && !isKept) indexedDB.deleteDatabase(DATABASE);
    });
  return store;
};
