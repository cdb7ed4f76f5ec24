/**
 * Calls back when pages before this one left events behind that nobody has delivered. Looks without making anything: a database
 * that is not there stays away.
 */
export const whenLeftovers = async (prefix: string, callback: () => void): Promise<void> => {
  try {
    const entries = Object.entries(localStorage);
    if (entries.some(([key, value]) => key.startsWith(prefix) && /^[av]/.test(value))) return callback();
    for (const { name } of await indexedDB.databases()) {
      if (name !== 'scorelet') continue;
      const open = indexedDB.open(name);
      open.onsuccess = () => {
        const database = open.result;
        // Somebody else's database of that name has another store.
        if (!database.objectStoreNames.contains(name)) return database.close();
        const count = database.transaction(name).objectStore(name).count();
        count.onsuccess = () => count.result && callback();
        database.close();
      };
    }
  } catch {
    // No storage, no leftovers.
  }
};
