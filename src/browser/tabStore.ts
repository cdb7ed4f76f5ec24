/** sessionStorage: what this tab goes on with after a reload. Nothing throws; a sandboxed frame has none. */

/** Reads the JSON that was written, and takes it away. */
export const takeFromTab = (key: string): unknown => {
  try {
    const text = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    return JSON.parse(`${text}`);
  } catch {
    return undefined;
  }
};

/** Says whether it is kept. */
export const keepInTab = (key: string, json: string): boolean => {
  try {
    sessionStorage.setItem(key, json);
    return true;
  } catch {
    // Full or refused: after a reload it begins anew.
    return false;
  }
};
