const NAME = 'scorelet';

/**
 * Calls back when pages before this one left events behind that nobody has delivered. Looks without making anything: a database
 * that is not there stays away.
 */
export const whenLeftovers = async (prefix: string, callback: () => void): Promise<void> => {
  try {
    const entries = Object.entries(localStorage);
    if (entries.some(([key, value]) => key.startsWith(prefix) && /^[av]/.test(value))) return callback();
    const [found] = (await indexedDB.databases()).filter(({ name }) => name === NAME);
    if (!found) return;
    const open = indexedDB.open(NAME);
    open.onsuccess = () => {
      const database = open.result;
      try {
        const count = database.transaction(NAME).objectStore(NAME).count();
        count.onsuccess = () => count.result && callback();
      } catch {
        // Somebody else's database of that name.
      }
      database.close();
    };
  } catch {
    // No storage, no leftovers.
  }
};
