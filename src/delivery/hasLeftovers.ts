import { DATABASE } from '../browser/databaseName.ts';
import { unpack } from '../memory/versioned.ts';

/**
 * Returns whether earlier pages left undelivered events on the device, in keys with this prefix. Creates nothing: the database
 * exists only while it has records.
 */
export const hasLeftovers = async (prefix: string, given?: Storage): Promise<boolean> => {
  try {
    return (
      Object.entries(given ?? localStorage).some(
        ([key, text]) => key.startsWith(prefix) && unpack(text).state === 'waiting',
      ) ||
      (!given && (await indexedDB.databases()).some(({ name }) => name === DATABASE))
    );
  } catch {
    return false;
  }
};
