/** The stores of a client that was given a storage of its own: nothing of it is in the browser's. */

/** A `Storage` as the outbox wants one. */
export const toLocalPort = (storage: Storage) => ({
  keys: (): string[] => Object.keys(storage),
  get: (key: string): string | null => storage.getItem(key),
  set: (key: string, value: string): void => storage.setItem(key, value),
  remove: (key: string): void => storage.removeItem(key),
});

/** In place of IndexedDB. */
export const noDurableStore = {
  entries: async (): Promise<[]> => [],
  put: async (): Promise<void> => {},
  remove: async (): Promise<void> => {},
};
