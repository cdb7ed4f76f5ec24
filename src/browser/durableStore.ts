import { DATABASE } from './databaseName.ts';

/** Resolves when a request or a transaction has succeeded. */
const toSuccess = (source: IDBOpenDBRequest | IDBTransaction): Promise<unknown> =>
  new Promise((resolve, reject) => {
    Object.assign(source, { onsuccess: resolve, oncomplete: resolve, onerror: reject, onabort: reject });
  });

/**
 * Runs a transaction on the only store of the database and resolves its result when it has committed. The database is then
 * closed, and deleted when it is empty: its existence means that something waits. What another tab puts between the commit and
 * the deletion is only in localStorage.
 */
const inStore = async <T>(action: (store: IDBObjectStore) => T): Promise<T> => {
  const open = indexedDB.open(DATABASE);
  open.onupgradeneeded = () => open.result.createObjectStore(DATABASE);
  await toSuccess(open);
  const database = open.result;
  try {
    // Throws when the database belongs to somebody else.
    const transaction = database.transaction(DATABASE, 'readwrite');
    const store = transaction.objectStore(DATABASE);
    const found = action(store);
    const count = store.count();
    await toSuccess(transaction);
    if (!count.result) indexedDB.deleteDatabase(DATABASE);
    return found;
  } finally {
    database.close();
  }
};

/**
 * IndexedDB as keys and strings. Each method rejects where IndexedDB is missing or refused, as in sandboxed frames. Writes are not
 * `strict`: they survive a kill of the browser, not a power cut within the second.
 */
export const durableStore = {
  async entries(): Promise<[key: string, value: string][]> {
    const [keys, values] = await inStore((store) => [store.getAllKeys(), store.getAll()] as const);
    return keys.result.map((key, index) => [key as string, values.result[index]]);
  },
  put: (key: string, value: string): Promise<unknown> => inStore((store) => store.put(value, key)),
  remove: (key: string): Promise<unknown> => inStore((store) => store.delete(key)),
};
