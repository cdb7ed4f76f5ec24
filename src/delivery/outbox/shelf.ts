import type { Disk } from './disk.ts';
import type { Held } from './held.ts';
import { readRecord, type StoredRecord, toRecordText } from './storedRecord.ts';

const MAX_PARKED = 20;
const REMOVING = toRecordText({ state: 'removing', answer: false, time: 0, json: '' });

/** A record and where it stands. */
export interface Shelved extends StoredRecord {
  readonly id: string;
  readonly key: string;
}

/** The records of one queue on the device. */
export interface Shelf {
  keys(): readonly string[];
  /** Reads the record under a key, if there is a readable one: in localStorage, or in the text that is given. */
  read(key: string, text?: string): Shelved | undefined;
  /** Writes an event to both stores. One that finds no room stays in memory only. */
  keep(record: Held): void;
  /** Parks an event that was given up; returns whether there was room. */
  park(record: Held): boolean;
  /** Deletes a record from both stores. */
  forget(key: string): Promise<void>;
  /** Evicts the oldest records that are no answers, until this one fits. Returns those that were waiting for delivery. */
  makeRoom(record: Held): readonly Shelved[];
}

/** Creates the shelf of the keys with a prefix. Each event has its own key, because tabs that share a key overwrite each other. */
export const createShelf = (disk: Disk, prefix: string): Shelf => {
  const keys = () => disk.keys().filter((key) => key.startsWith(prefix));
  const read = (key: string, text = disk.get(key)) => {
    const record = readRecord(text);
    return record && { ...record, key, id: key.slice(prefix.length) };
  };

  /** Lists the records that pass a test, oldest first. */
  const select = (test: (record: StoredRecord) => boolean) =>
    keys()
      .flatMap((key) => read(key) ?? [])
      .filter(test)
      .sort((one, other) => one.time - other.time);

  return {
    keys,
    read,
    keep(record) {
      const { key } = record;
      const text = toRecordText(record);
      if (!disk.fits(key, text)) return;
      record.kept = disk.set(key, text);
      disk.put(key, text);
    },
    park(record) {
      const { key } = record;
      const text = toRecordText({ ...record, state: 'parked' });
      if (!disk.fits(key, text) || !disk.set(key, text)) return false;
      void disk.drop(key);
      for (const old of select(({ state }) => state === 'parked').slice(0, -MAX_PARKED)) disk.remove(old.key);
      return true;
    },
    async forget(key) {
      // While the second copy goes, the marker keeps other tabs from adopting it.
      if (disk.fits(key, REMOVING)) disk.set(key, REMOVING);
      await disk.drop(key);
      disk.remove(key);
    },
    makeRoom(record) {
      const text = toRecordText(record);
      const isFull = () => !disk.fits(record.key, text);
      const evicted = [];
      for (const old of isFull()
        ? select(({ state, answer }) => state !== 'removing' && !(answer && state === 'waiting'))
        : []) {
        if (!isFull()) break;
        disk.remove(old.key);
        void disk.drop(old.key);
        if (old.state === 'waiting') evicted.push(old);
      }
      return evicted;
    },
  };
};
