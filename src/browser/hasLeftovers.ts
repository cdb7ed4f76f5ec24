import { DATABASE } from './databaseName.ts';

/**
 * Says whether pages before this one left events on the device that nobody has delivered. Looks without making anything: the
 * database is there while there is something in it.
 */
export const hasLeftovers = async (prefix: string, given?: Storage): Promise<boolean> => {
  try {
    return (
      Object.entries(given ?? localStorage).some(([key, value]) => key.startsWith(prefix) && /^[av]/.test(value)) ||
      (!given && (await indexedDB.databases()).some(({ name }) => name === DATABASE))
    );
  } catch {
    return false;
  }
};
