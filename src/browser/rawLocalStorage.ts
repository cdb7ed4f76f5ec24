/** localStorage as it is, asked for at each turn: in a sandboxed frame the very name throws. */
export const rawLocalStorage = {
  keys: (): string[] => Object.keys(localStorage),
  get: (key: string): string | null => localStorage.getItem(key),
  set: (key: string, value: string): void => localStorage.setItem(key, value),
  remove: (key: string): void => localStorage.removeItem(key),
};
