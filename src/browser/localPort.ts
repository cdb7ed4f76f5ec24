/**
 * Adapts a `Storage` to the storage interface of the outbox. Gets the `Storage` on each call, because reading `localStorage` throws in a
 * sandboxed frame.
 */
export const toLocalPort = (storage: () => Storage) => ({
  keys: (): string[] => Object.keys(storage()),
  get: (key: string): string | null => storage().getItem(key),
  set: (key: string, value: string): void => storage().setItem(key, value),
  remove: (key: string): void => storage().removeItem(key),
});
