/** Adapts a `Storage` to the outbox. The storage is asked for at each call: in a sandboxed frame the name `localStorage` throws. */
export const toLocalPort = (storage: () => Storage) => ({
  keys: (): string[] => Object.keys(storage()),
  get: (key: string): string | null => storage().getItem(key),
  set: (key: string, value: string): void => storage().setItem(key, value),
  remove: (key: string): void => storage().removeItem(key),
});
