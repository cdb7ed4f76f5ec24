import { DATABASE } from './databaseName.ts';

/**
 * Runs a transaction on the one store that the database has, of strings, and resolves what it found when it is on the disk. The database is open no longer than that, and deleted
 * when it is empty, so that its name alone says that something waits. (A tab that puts something between the two is left with
 * localStorage for it.)
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
        // Somebody else's database of that name.
        reject(error);
      }
      // After the transaction, which it lets end.
      database.close();
    };
  });

/** IndexedDB as keys and strings. Each method rejects where there is none: sandboxed frames refuse it. */
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
