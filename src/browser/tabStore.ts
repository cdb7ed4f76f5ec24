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

export const keepInTab = (key: string, json: string): void => {
  try {
    sessionStorage.setItem(key, json);
  } catch {
    // Full or refused: after a reload it begins anew.
  }
};
