import { readRecord, toRecordText } from '../../src/delivery/outbox/storedRecord.ts';
import { ROOT, UNDELIVERED } from '../../src/memory/keys.ts';
import { mutate } from '../governance/mutant.ts';
import { type Mutant, paceOn, recordsOn, recordsWith } from './outboxMutant.ts';

/** No page adopts a younger record of another page. */
const YOUNG_MS = 2000;

const isWaiting = (text: string) => readRecord(text)?.state === 'waiting';

/** Makes a record look older than it is. */
const toOlder = (text: string) => {
  const record = readRecord(text);
  return record ? toRecordText({ ...record, time: record.time - YOUNG_MS }) : text;
};

const quietly = (promise: Promise<unknown>) => void promise.catch(() => {});

/** Bugs in the storage. */
export const MUTANTS_OF_STORAGE: readonly Mutant[] = [
  recordsOn('records are written late', ({ set }, { entries, put }) => ({
    local: {
      set(key, text) {
        if (isWaiting(text)) quietly(entries().then(() => set(key, text)));
        else set(key, text);
      },
    },
    durable: { put: (key, text) => entries().then(() => put(key, text)) },
  })),
  recordsOn('records are not written to localStorage', ({ set }) => ({
    local: {
      set(key, text) {
        if (!isWaiting(text)) set(key, text);
      },
    },
  })),
  recordsOn('records are not written to IndexedDB', () => ({ durable: { put: async () => {} } })),
  recordsOn('all events share one key', ({ get, set, remove }, durable, queue) => {
    const key = `${UNDELIVERED}${queue} all`;
    return {
      local: { get: () => get(key), set: (_, text) => set(key, text), remove: () => remove(key) },
      durable: { put: (_, text) => durable.put(key, text), remove: () => durable.remove(key) },
    };
  }),
  recordsOn('what only IndexedDB has is not adopted', ({ get }, { entries }) => ({
    durable: { entries: async () => (await entries()).filter(([key]) => get(key)) },
  })),
  recordsOn('a delivered event stays in IndexedDB', () => ({ durable: { remove: async () => {} } })),
  recordsOn('a corrupt record takes the good copy with it', ({ get, remove }, durable) => ({
    local: {
      remove(key) {
        if (!readRecord(get(key) ?? '')) quietly(durable.remove(key));
        remove(key);
      },
    },
  })),
  paceOn('Retry-After stays in the tab', () => ({
    set() {
      throw new Error('The pace is not stored.');
    },
  })),
  recordsWith('an event is sent again though another tab has delivered it', () => ({ isGone: () => false })),
  {
    name: 'answers are evicted',
    plant: () => ({ outbox: ({ add }) => ({ add: (event) => add({ ...event, answer: false }) }) }),
  },
  mutate<typeof import('../../src/delivery/outbox/fits.ts')>('no cap', 'src/delivery/outbox/fits.ts', {
    fits: () => () => true,
  }),
  {
    name: 'writes without consent',
    plant: () => ({ outbox: ({ allow }) => ({ allow: (_, hold) => allow(true, hold) }) }),
  },
  {
    name: 'deletes the keys of the host page',
    plant({ queue, local }) {
      const prefix = `${UNDELIVERED}${queue} host:`;
      const toHost = (key: string) => (key.startsWith(prefix) ? key.slice(prefix.length) : key);
      return {
        options: {
          local: {
            keys: () => local.keys().map((key) => (key.startsWith(ROOT) ? key : prefix + key)),
            get: (key) => local.get(toHost(key)),
            set: (key, text) => local.set(toHost(key), text),
            remove: (key) => local.remove(toHost(key)),
          },
        },
      };
    },
  },
  mutate<typeof import('../../src/delivery/outbox/disk.ts')>(
    'storage that throws, throws into the page',
    'src/delivery/outbox/disk.ts',
    {
      createDisk: (createDisk) => (ports) => {
        const { local } = ports;
        const disk = createDisk(ports);
        const { get, set } = disk;
        return Object.assign(disk, {
          get(key: string) {
            get(key);
            return local.get(key) ?? '';
          },
          set(key: string, text: string) {
            const isSet = set(key, text);
            if (!isSet) local.set(key, text);
            return isSet;
          },
        });
      },
    },
  ),
  recordsOn('adopts what is about to be sent', ({ get }, { entries }) => ({
    local: { get: (key) => toOlder(get(key) ?? '') || null },
    durable: { entries: async () => (await entries()).map(([key, text]) => [key, toOlder(text)] as const) },
  })),
  recordsWith('forgets its own events when the host clears the storage', ({ isGone }) => ({
    isGone: (held) => isGone({ ...held, shared: true }),
  })),
];
