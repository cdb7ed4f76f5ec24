import { DATABASE } from './databaseName.ts';

/** A small store of strings that never throws: sandboxed frames refuse storage, a full one refuses to be written. */
export interface KeyValueStore {
  get(key: string): string | undefined;
  /** Keeps a value, or nothing under that key any more. */
  set(key: string, value: string | undefined): void;
  /** Lists the keys that begin so. */
  keys(prefix: string): string[];
  /** Whether this tab's own storage (sessionStorage) has the key. */
  isInTab(key: string): boolean;
  /** Whether values outlive the page. Turning it off deletes all that was kept under the prefix; turning it on keeps what is in memory. */
  persist(allowed: boolean): void;
  /** Forgets everything, whoever keeps it under the prefix, but what `kept` finds. */
  clear(kept: RegExp): void;
}

/** Creates a store over localStorage, or one that is given, for keys that start with `prefix`, all of them ours. */
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
      Object.keys({ ...(persistent && guarded((storage) => ({ ...storage }))), ...Object.fromEntries(memory) }).filter(
        (key) => key.startsWith(start),
      ),
    isInTab: (key) => !!guarded(() => key in sessionStorage),
    persist(allowed) {
      persistent = allowed;
      if (allowed) for (const [key, value] of memory) store.set(key, value);
      else wipe();
    },
    clear(kept) {
      for (const key of memory.keys()) if (!kept.test(key)) memory.delete(key);
      wipe(kept);
    },
  };
  const wipe = (kept?: RegExp) =>
    guarded((local) => {
      for (const storage of [local, sessionStorage])
        for (const key in storage) if (key.startsWith(prefix) && !kept?.test(key)) storage.removeItem(key);
      if (!given) indexedDB.deleteDatabase(DATABASE);
    });
  return store;
};
