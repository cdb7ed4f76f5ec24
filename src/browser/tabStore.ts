/** sessionStorage: what this tab goes on with after a reload. Never throws; a sandboxed frame has none. */
export const tabStore = {
  /** Reads what was written, and takes it away. */
  take(key: string): unknown {
    try {
      const text = sessionStorage.getItem(key);
      sessionStorage.removeItem(key);
      return JSON.parse(`${text}`);
    } catch {
      return undefined;
    }
  },
  set(key: string, json: string): void {
    try {
      sessionStorage.setItem(key, json);
    } catch {
      // Full or refused: after a reload it begins anew.
    }
  },
  has(key: string): boolean {
    try {
      return sessionStorage.getItem(key) !== null;
    } catch {
      return false;
    }
  },
};
