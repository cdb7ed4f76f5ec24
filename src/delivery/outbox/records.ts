import { EVENTS } from '../../memory/keys.ts';
import type { Disk } from './disk.ts';
import { type Held, NONE } from './held.ts';
import type { QueuedEvent } from './queuedEvent.ts';
import { createShelf, type Shelved } from './shelf.ts';

export const WEEK_MS = 604_800_000;
/** A younger record is about to be sent by the page that recorded it. */
export const YOUNG_MS = 2000;

/** The undelivered events of a queue: those in the memory of this page, and those on the device. */
export interface Records {
  /** In memory, in the order in which they came. */
  held(): readonly Held[];
  /** Writes an event to the device, in this task. Returns the events that were evicted to make room. */
  add(event: QueuedEvent): readonly Shelved[];
  /** Takes over the events that other pages left on the device, unless they are young. */
  adopt(): Promise<void>;
  /** Returns whether another page has delivered or given up the event; forgets it then. */
  isGone(record: Held): boolean;
  /** Forgets an event. One that was given up is parked on the device where there is room. */
  remove(record: Held, parked?: boolean): void;
  /** Writes to the device what is only in memory. */
  keep(): void;
  /** Empties the memory. */
  clear(): void;
}

/** Creates the records of a queue. */
export const createRecords = (disk: Disk, queue: string, now: () => number): Records => {
  const prefix = `${EVENTS}${queue} `;
  const shelf = createShelf(disk, prefix);
  let records: readonly Held[] = [];

  const find = (key: string) => records.find((record) => record.key === key);
  const without = (key: string) => {
    records = records.filter((record) => record.key !== key);
  };

  /** Takes a record of another page into memory, unless it is young. */
  const take = (record: Shelved, kept: boolean) => {
    const age = now() - record.time;
    // After the clock was set back, age says nothing.
    if (age >= 0 && age < YOUNG_MS) return;
    records = [...records, { ...record, own: false, kept, request: NONE }];
  };

  const adoptLocal = (key: string) => {
    const record = shelf.read(key);
    // Unreadable: the other store may have the whole event.
    if (!record) disk.remove(key);
    else if (record.state === 'waiting') take(record, true);
    else if (record.state === 'removing') void shelf.forget(key);
    else if (now() - record.time > WEEK_MS) disk.remove(key);
  };

  const adoptDurable = (key: string, text: string) => {
    const local = shelf.read(key);
    const record = shelf.read(key, text);
    if (local && local.state !== 'waiting') void disk.drop(key);
    else if (find(key)) return;
    else if (record) take(record, !!local);
    else void shelf.forget(key);
  };

  return {
    held: () => records,
    add({ id, json, answer }) {
      const stored = { state: 'waiting', answer, time: now(), json } as const;
      const record: Held = { ...stored, id, key: prefix + id, own: true, kept: false, request: NONE };
      const evicted = shelf.makeRoom(record);
      for (const old of evicted) without(old.key);
      records = [...records, record];
      shelf.keep(record);
      return evicted;
    },
    async adopt() {
      for (const key of shelf.keys()) if (!find(key)) adoptLocal(key);
      for (const [key, text] of await disk.entries()) if (key.startsWith(prefix)) adoptDurable(key, text);
    },
    isGone({ key, kept, own }) {
      const stored = shelf.read(key);
      // An own record that is missing was not delivered: the host cleared the storage, and no other page will send it.
      const gone = kept && (stored ? stored.state !== 'waiting' : !own);
      if (gone) without(key);
      return gone;
    },
    remove(record, parked) {
      without(record.key);
      if (!parked || !shelf.park(record)) void shelf.forget(record.key);
    },
    keep() {
      for (const record of records) {
        record.kept &&= disk.allowed;
        if (!record.kept) shelf.keep(record);
      }
    },
    clear() {
      records = [];
    },
  };
};
