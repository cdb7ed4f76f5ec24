import { UNDELIVERED } from '../../memory/keys.ts';
import type { Disk } from './disk.ts';
import { fits } from './fits.ts';
import type { Held } from './held.ts';
import type { OutboxOptions } from './outboxOptions.ts';
import type { QueuedEvent } from './queuedEvent.ts';
import { readRecord, type StoredRecord, toRecordText } from './storedRecord.ts';

export const WEEK_MS = 604_800_000;
/** The minimum age of a record that another page may take over. The page that wrote a younger record is about to send or remove it. */
export const YOUNG_MS = 2000;

/** The undelivered events of an event queue: those in the memory of this page, and those stored on the device. */
export interface Records {
  /** The events in the memory of this page by storage key, in order of arrival. */
  readonly held: Map<string, Held>;
  /** Writes an event to the device in the current task. */
  add(event: Omit<QueuedEvent, 'urgent'>): void;
  /**
   * Takes over the events that other pages left on the device: those of localStorage in the current task, those of IndexedDB later. Skips
   * events that were written too recently.
   */
  adopt(): Promise<void>;
  /** Returns true when another page has delivered or dropped the event. The event is then removed from the memory of this page. */
  isGone(held: Held): boolean;
  /** Removes an event from memory. A parked record of it may stay on the device for debugging. */
  remove(held: Held, parked?: StoredRecord): void;
  /** Lists the storage keys and records on the device that match a condition, oldest first. */
  select(test: (record: StoredRecord) => boolean): readonly { readonly key: string; readonly record: StoredRecord }[];
  /** Deletes a record from memory and from the device. */
  discard(key: string): void;
  /** Changes the JSON of the events in memory, and of their records on the device. */
  rewrite(change: (json: string) => string): void;
  /** Sets whether the device's storage may be used. When it may, writes the events that are only in memory. */
  keep(): void;
}

/**
 * Creates the records of an event queue. Each event has its own storage key, because tabs that share a key would overwrite each other. An
 * event that does not fit on the device stays only in memory.
 */
export const createRecords = (disk: Disk, { queue, now, onUndeliverable }: OutboxOptions): Records => {
  const prefix = `${UNDELIVERED}${queue} `;
  const held = new Map<string, Held>();
  /** The keys of all events that this page has or had in memory. Another page may write such an event to IndexedDB after it has ended. */
  const known = new Set<string>();

  const toId = (key: string) => key.slice(prefix.length);
  const hold = (key: string, record: StoredRecord, own: boolean, shared: boolean): Held => {
    const each = { id: toId(key), key, record, own, shared };
    held.set(key, each);
    known.add(key);
    return each;
  };

  const keys = () => disk.keys().filter((key) => key.startsWith(prefix));

  const read = (key: string) => readRecord(disk.get(key));

  const select: Records['select'] = (test) =>
    keys()
      .flatMap((key) => {
        const record = read(key);
        return record && test(record) ? { key, record } : [];
      })
      .sort((one, other) => one.record.time - other.record.time);

  const write = ({ key, record }: Held) => {
    const text = toRecordText(record);
    if (!fits(disk, key, text)) return;
    disk.set(key, text);
    disk.put(key, text);
  };

  /**
   * Deletes the record of an event from localStorage and IndexedDB, or replaces it with a parked record. Until both copies are deleted, a
   * marker keeps other tabs from taking over the event.
   */
  const forget = async (key: string, parked?: StoredRecord) => {
    const text = toRecordText(parked ?? { state: 'removing', answer: false, time: now(), json: '' });
    if (fits(disk, key, text)) disk.set(key, text);
    await disk.drop(key);
    // Another page may have parked the event meanwhile.
    if (read(key)?.state !== 'parked') disk.remove(key);
  };

  /**
   * Decides what to do with a stored record that another page may have left. The record is the one in localStorage, or else the given text
   * from IndexedDB.
   */
  const adopt = (key: string, text?: string) => {
    if (known.has(key)) return;
    const local = read(key);
    const record = local ?? readRecord(text);
    const age = record ? now() - record.time : 0;
    // After the device's clock was set back, the age of a record is unreliable.
    const isYoung = age >= 0 && age < YOUNG_MS;
    if (record?.state === 'waiting') {
      if (!isYoung) hold(key, record, false, !!local);
    } else if (text) void disk.drop(key);
    // The copy in localStorage is unreadable, but IndexedDB may have the whole event.
    else if (!record) disk.remove(key);
    // The page that wrote a recent `removing` marker is about to delete it.
    else if (record.state === 'parked' ? age > WEEK_MS : !isYoung) void forget(key);
  };

  const discard = (key: string) => {
    held.delete(key);
    disk.remove(key);
    void disk.drop(key);
  };

  /**
   * Deletes the oldest records without answers until this text fits into localStorage. Returns the deleted records that were still waiting
   * for delivery.
   */
  const makeRoom = (key: string, text: string) => {
    const evicted = [];
    for (const old of select(({ state, answer }) => state === 'parked' || !answer)) {
      if (fits(disk, key, text)) break;
      discard(old.key);
      if (old.record.state === 'waiting') evicted.push(old);
    }
    return evicted;
  };

  const records: Records = {
    held,
    select,
    discard,
    add({ id, json, answer }) {
      const key = prefix + id;
      const record = { state: 'waiting', answer, time: now(), json } as const;
      const evicted = makeRoom(key, toRecordText(record));
      write(hold(key, record, true, false));
      for (const old of evicted) onUndeliverable({ id: toId(old.key), code: 'evicted', json: old.record.json });
    },
    async adopt() {
      for (const key of keys()) adopt(key);
      const asked = now();
      let entries = await disk.entries();
      // A page that was frozen meanwhile would take over what other pages have delivered since.
      if (now() - asked > YOUNG_MS) entries = await disk.entries();
      for (const [key, text] of entries ?? []) if (key.startsWith(prefix)) adopt(key, text);
    },
    isGone({ key, shared }) {
      const stored = read(key);
      // When a record of this page is missing, the host page has cleared the storage. The event was not delivered, and no other page will
      // send it.
      const gone = stored ? stored.state !== 'waiting' : shared;
      if (gone) {
        held.delete(key);
        // A slow database may write the copy of this page only now.
        if (stored) void disk.drop(key);
        // The host page may have cleared localStorage. IndexedDB then still has the event.
        else known.delete(key);
      }
      return gone;
    },
    remove({ key }, parked) {
      held.delete(key);
      void forget(key, parked);
    },
    rewrite(change) {
      for (const each of held.values()) {
        if (records.isGone(each)) continue;
        each.record = { ...each.record, json: change(each.record.json) };
        write(each);
      }
    },
    keep() {
      for (const each of held.values()) {
        each.shared &&= disk.allowed;
        if (!each.shared && !disk.get(each.key)) write(each);
      }
    },
  };
  return records;
};
