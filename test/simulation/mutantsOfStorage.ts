import { PARTS } from '../../src/delivery/outbox/parts.ts';
import { YOUNG_MS } from '../../src/delivery/outbox/records.ts';
import { readRecord, toRecordText } from '../../src/delivery/outbox/storedRecord.ts';
import { EVENTS, ROOT } from '../../src/memory/keys.ts';
import { diskWith, type Mutant, paceOn, recordsOn, recordsWith } from './outboxMutant.ts';

const isWaiting = (text: string) => readRecord(text)?.state === 'waiting';

/** Lets a record look as if it were no longer young. */
const toOlder = (text: string) => {
  const record = readRecord(text);
  return record ? toRecordText({ ...record, time: record.time - YOUNG_MS }) : text;
};

/** Bugs in what is stored. */
export const MUTANTS_OF_STORAGE: readonly Mutant[] = [
  {
    name: 'records are written late',
    plant: () => ({
      parts: recordsOn(({ entries, set, put }) => ({
        set(key, text) {
          if (!isWaiting(text)) return set(key, text);
          void entries().then(() => set(key, text));
          return true;
        },
        put: (key, text) => void entries().then(() => put(key, text)),
      })),
    }),
  },
  {
    name: 'records are not written to localStorage',
    plant: () => ({ parts: recordsOn(({ set }) => ({ set: (key, text) => !isWaiting(text) && set(key, text) })) }),
  },
  {
    name: 'records are not written to IndexedDB',
    plant: () => ({ parts: recordsOn(() => ({ put: () => {} })) }),
  },
  {
    name: 'all events share one key',
    plant: () => ({
      parts: recordsOn((disk, queue) => {
        const toShared = (key: string) => (key.startsWith(EVENTS) ? `${EVENTS}${queue} all` : key);
        return {
          get: (key) => disk.get(toShared(key)),
          set: (key, text) => disk.set(toShared(key), text),
          remove: (key) => disk.remove(toShared(key)),
          fits: (key, text) => disk.fits(toShared(key), text),
          put: (key, text) => disk.put(toShared(key), text),
          drop: (key) => disk.drop(toShared(key)),
        };
      }),
    }),
  },
  {
    name: 'what only IndexedDB has is not adopted',
    plant: () => ({
      parts: recordsOn(({ entries, get }) => ({
        entries: async () => (await entries()).filter(([key]) => get(key)),
      })),
    }),
  },
  {
    name: 'a delivered event stays in IndexedDB',
    plant: () => ({ parts: recordsOn(() => ({ drop: async () => {} })) }),
  },
  {
    name: 'a corrupt record takes the good copy with it',
    plant: () => ({
      parts: recordsOn(({ get, remove, drop }) => ({
        remove(key) {
          if (!readRecord(get(key))) void drop(key);
          remove(key);
        },
      })),
    }),
  },
  {
    name: 'Retry-After stays in the tab',
    plant: () => ({ parts: paceOn(() => ({ set: () => false })) }),
  },
  {
    name: 'an event is sent again though another tab has delivered it',
    plant: () => ({ parts: recordsWith(() => ({ isGone: () => false })) }),
  },
  {
    name: 'answers are evicted',
    plant: () => ({ parts: recordsWith(({ add }) => ({ add: (event) => add({ ...event, answer: false }) })) }),
  },
  {
    name: 'no cap',
    plant: () => ({ parts: diskWith(() => ({ fits: () => true })) }),
  },
  {
    name: 'writes without consent',
    // The copy may be told that it is not allowed: its methods look at the original.
    plant: () => ({ parts: { createDisk: (ports, allowed) => ({ ...PARTS.createDisk(ports, true), allowed }) } }),
  },
  {
    name: 'deletes the keys of the host page',
    plant: () => ({
      parts: recordsOn((disk, queue) => {
        const prefix = `${EVENTS}${queue} host:`;
        const toHost = (key: string) => (key.startsWith(prefix) ? key.slice(prefix.length) : key);
        return {
          keys: () => disk.keys().map((key) => (key.startsWith(ROOT) ? key : prefix + key)),
          get: (key) => disk.get(toHost(key)),
          set: (key, text) => disk.set(toHost(key), text),
          remove: (key) => disk.remove(toHost(key)),
        };
      }),
    }),
  },
  {
    name: 'storage that throws, throws into the page',
    plant: () => ({
      parts: diskWith(({ get, set }, { local }) => ({
        get(key) {
          get(key);
          return local.get(key) ?? '';
        },
        set(key, text) {
          const isSet = set(key, text);
          if (!isSet) local.set(key, text);
          return isSet;
        },
      })),
    }),
  },
  {
    name: 'adopts what is about to be sent',
    plant: () => ({
      parts: recordsOn(({ get, entries }) => ({
        get: (key) => toOlder(get(key)),
        entries: async () => (await entries()).map(([key, text]) => [key, toOlder(text)] as const),
      })),
    }),
  },
  {
    name: 'a full disk brings an older wait back',
    plant: () => ({
      parts: paceOn(({ set, remove }) => {
        let hasFailed = false;
        return {
          set(key, text) {
            hasFailed = !set(key, text);
            return !hasFailed;
          },
          remove(key) {
            if (!hasFailed) remove(key);
            hasFailed = false;
          },
        };
      }),
    }),
  },
  {
    name: 'forgets its own events when the host clears the storage',
    plant: () => ({
      parts: recordsWith(({ isGone }) => ({ isGone: (record) => isGone({ ...record, own: false }) })),
    }),
  },
];
