/** sessionStorage: what this tab keeps for its next page. Never throws. A sandboxed frame has no sessionStorage. */

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

/** Writes a value. Returns true when it was stored. */
export const keepInTab = (key: string, text: string): boolean => {
  try {
    sessionStorage.setItem(key, text);
    return true;
  } catch {
    // Storage is full or blocked: the next page starts without the value.
    return false;
  }
};
