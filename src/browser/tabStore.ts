/** sessionStorage: what this tab keeps for its next page. It never throws; a sandboxed frame has none. */

/** Reads a value and removes it. */
export const takeFromTab = (key: string): string | undefined => {
  try {
    const text = sessionStorage.getItem(key) ?? undefined;
    sessionStorage.removeItem(key);
    return text;
  } catch {
    return undefined;
  }
};

/** Writes a value; returns whether the tab has it. */
export const keepInTab = (key: string, text: string): boolean => {
  try {
    sessionStorage.setItem(key, text);
    return true;
  } catch {
    // Full or refused: the next page begins anew.
    return false;
  }
};
