import { DATABASE } from './databaseName.ts';

/** Resolves when an IndexedDB request or transaction has succeeded. */
const toSuccess = (source: IDBOpenDBRequest | IDBTransaction): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const either = source as IDBOpenDBRequest & IDBTransaction;
    either.onsuccess = either.oncomplete = resolve;
    either.onerror = either.onabort = reject;
  });

/**
 * Runs a transaction on the only object store of the database and resolves its result after the commit. Then closes the database, and
 * deletes it when it is empty: the existence of the database means that events are waiting. A record that another tab writes between the
 * commit and the deletion remains only in localStorage.
 */
const inStore = async <T>(action: (store: IDBObjectStore) => T): Promise<T> => {
  const open = indexedDB.open(DATABASE);
  open.onupgradeneeded = () => open.result.createObjectStore(DATABASE);
  await toSuccess(open);
  const database = open.result;
  try {
    // Throws when other code uses a database with the same name.
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
 * A key-value store of strings in IndexedDB. Each method rejects where IndexedDB is missing or blocked, as in sandboxed frames. Writes do
 * not use `strict` durability: they survive a browser crash, but not a power failure within a second.
 */
export const durableStore = {
  async entries(): Promise<[key: string, value: string][]> {
    const [keys, values] = await inStore((store) => [store.getAllKeys(), store.getAll()] as const);
    return keys.result.map((key, index) => [key as string, values.result[index]]);
  },
  put: (key: string, value: string): Promise<unknown> => inStore((store) => store.put(value, key)),
  remove: (key: string): Promise<unknown> => inStore((store) => store.delete(key)),
};
