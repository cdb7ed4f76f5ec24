import { DATABASE } from '../browser/databaseName.ts';
import type { KeyValueStore } from '../browser/localStore.ts';
import { UNDELIVERED } from '../memory/keys.ts';
import { unpack } from '../memory/versioned.ts';
import type { StoredRecord } from './outbox/storedRecord.ts';

const isWaiting = ({ state }: Partial<StoredRecord>) => state === 'waiting';

/**
 * Returns true when earlier pages left undelivered events on the device. Does not create the database, which exists only while it has
 * records.
 */
export const hasLeftovers = async (store: KeyValueStore, given?: Storage): Promise<boolean> => {
  try {
    return (
      store.keys(UNDELIVERED).some((key) => isWaiting(unpack(store.get(key)))) ||
      // In a sandboxed frame, Chromium would reject a promise that nobody can handle. There, `sessionStorage` throws first.
      (!given && sessionStorage && (await indexedDB.databases()).some(({ name }) => name === DATABASE))
    );
  } catch {
    return false;
  }
};
