/** A wrapper of sessionStorage for data that this tab keeps for its next page. It never throws. A sandboxed frame has no sessionStorage. */

/** Returns a stored value and removes it from sessionStorage. */
export const takeFromTab = (key: string): string | undefined => {
  try {
    const text = sessionStorage.getItem(key) ?? undefined;
    sessionStorage.removeItem(key);
    return text;
  } catch {
    return undefined;
  }
};

/** Stores a value in sessionStorage. Returns true when it was stored. */
export const keepInTab = (key: string, text: string): boolean => {
  try {
    sessionStorage.setItem(key, text);
    return true;
  } catch {
    // When sessionStorage is full or blocked, the next page starts without the value.
    return false;
  }
};
