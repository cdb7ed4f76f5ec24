import { DATABASE } from './databaseName.ts';

/**
 * Runs a transaction on the only store of the database and resolves its result when it has committed. The database is then
 * closed, and deleted when it is empty: its existence means that something waits. What another tab puts between the commit and
 * the deletion is only in localStorage.
 */
const inStore = <T>(mode: IDBTransactionMode, action: (store: IDBObjectStore) => T): Promise<T> =>
  new Promise((resolve, reject) => {
    const open = indexedDB.open(DATABASE);
    open.onerror = reject;
    open.onupgradeneeded = () => open.result.createObjectStore(DATABASE);
    open.onsuccess = () => {
      const database = open.result;
      try {
        const transaction = database.transaction(DATABASE, mode);
        const store = transaction.objectStore(DATABASE);
        const found = action(store);
        const count = store.count();
        transaction.oncomplete = () => {
          if (!count.result) indexedDB.deleteDatabase(DATABASE);
          resolve(found);
        };
        transaction.onabort = reject;
      } catch (error) {
        // The database belongs to somebody else.
        reject(error);
      }
      // Takes effect after the transaction.
      database.close();
    };
  });

/** IndexedDB as keys and strings. Each method rejects where IndexedDB is missing or refused, as in sandboxed frames. */
export const durableStore = {
  async entries(): Promise<[key: string, value: string][]> {
    const [keys, values] = await inStore('readonly', (store) => [store.getAllKeys(), store.getAll()] as const);
    return keys.result.map((key, index) => [key as string, values.result[index]]);
  },
  async put(key: string, value: string): Promise<void> {
    await inStore('readwrite', (store) => store.put(value, key));
  },
  async remove(keys: readonly string[]): Promise<void> {
    await inStore('readwrite', (store) => keys.map((key) => store.delete(key)));
  },
};
