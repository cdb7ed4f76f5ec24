import { EVENTS, ROOT } from '../../memory/keys.ts';
import type { QueuedEvent } from '../transport/transport.ts';
import type { Disk } from './disk.ts';

/** An event that no receipt has come for. */
export interface Held {
  /**
   * What stands first in its record: `a` an answer, `v` another event, `p` one that the collector never takes. A record that
   * is being taken away, and may still be found in the other store, has `d`.
   */
  kind: string;
  readonly id: string;
  readonly json: string;
  readonly key: string;
  /** When it was recorded, milliseconds since 1970. */
  readonly time: number;
  /** Recorded by this page; the others were found on the device. */
  readonly own: boolean;
  /** Written where every tab sees it. */
  kept: boolean;
  /** It has left and has no receipt yet: whether its request outlives the page. */
  underWay?: boolean | undefined;
  /** It has left at least once. */
  sent?: boolean;
}

/** A little less than 256 KiB of two bytes each: what says how the collector is comes on top. */
const MAX_CHARACTERS = 127 * 1024;
const MAX_RECORDS = 300;
const MAX_PARKED = 20;
/** What a record holds beside its JSON. */
const OVERHEAD = 20;
export const WEEK_MS = 604_800_000;
/** A younger record is about to be sent by the page that it belongs to. */
export const YOUNG_MS = 2000;

export interface Records {
  /** In memory, in the order in which they came. */
  held(): readonly Held[];
  /** Writes an event down at once. Returns what had to go to make room. */
  add(event: QueuedEvent): readonly Held[];
  /** Takes over what other pages left on the device, but for what is young; resolves whether there was any. */
  adopt(): Promise<boolean>;
  /** Whether the page that it belongs to has delivered it; forgets it then. */
  isGone(record: Held): boolean;
  /** Forgets an event that was delivered, or never will be. */
  remove(record: Held, parked?: boolean): void;
  /** Writes to the device what is in memory only. */
  keep(): void;
  /** Forgets what is in memory. */
  clear(): void;
}

/** Creates the records of a queue: one key for each event, because tabs that share one key overwrite each other. */
export const createRecords = (disk: Disk, queue: string, now: () => number): Records => {
  const prefix = `${EVENTS}${queue} `;
  let records: readonly Held[] = [];

  const read = (key: string, value: string, kept: boolean): Held => {
    const [, kind = '', time, json = ''] = /^(.)(\d+)\|(.*)/s.exec(value) ?? [];
    return { kind, id: key.slice(prefix.length), key, json, time: Number(time), own: false, kept };
  };
  const readKey = (key: string) => read(key, disk.get(key), true);

  const keysWith = (start: string) => disk.keys().filter((key) => key.startsWith(start));
  /** What the device has of some kinds, the oldest first. */
  const readAll = (kinds: string) =>
    keysWith(prefix)
      .map(readKey)
      .filter(({ kind }) => kind && kinds.includes(kind))
      .sort((one, other) => one.time - other.time);

  const write = (record: Held) => {
    const { kind, key, time, json } = record;
    record.kept = disk.set(key, `${kind}${time}|${json}`);
    return `${kind}${time}|${json}`;
  };

  /** Takes a record out of both stores. Marked before it is gone from the first, for it may be found in the second meanwhile. */
  const forget = async (key: string) => {
    if (disk.get(key) || keysWith(ROOT).length < MAX_RECORDS) disk.set(key, 'd0|');
    await disk.drop(key);
    disk.remove(key);
  };

  const without = (key: string) => {
    records = records.filter((record) => record.key !== key);
  };

  /** Whether there is no room for another record; other queues and clocks count. */
  const isFull = ({ key, json }: Held) => {
    const keys = keysWith(ROOT);
    const taken = keys.reduce(
      (sum, each) => sum + each.length + disk.get(each).length,
      key.length + json.length + OVERHEAD,
    );
    return taken > MAX_CHARACTERS || keys.length >= MAX_RECORDS;
  };

  /** Writes to both stores. An answer that finds no room is in memory only, and leaves at once. */
  const keep = (record: Held) => isFull(record) || disk.put(record.key, write(record));

  /** Takes a record of another page into memory; what is none is taken away. */
  const take = (record: Held) => {
    const { key, id, json, time, kind, kept } = record;
    if (records.some((other) => other.key === key)) return;
    const age = now() - time;
    try {
      if (JSON.parse(json).id !== id) throw id;
      if (age < 0 || age >= YOUNG_MS) records = [...records, record];
    } catch {
      // Cut off, or never ours: the other store may have it whole. Or being taken away.
      if (kept && kind !== 'd') disk.remove(key);
      else void forget(key);
    }
  };

  return {
    held: () => records,
    add({ id, json, answer }) {
      const record = { kind: answer ? 'a' : 'v', id, json, key: prefix + id, time: now(), own: true, kept: false };
      const evicted = [];
      for (const old of isFull(record) ? readAll('pv') : []) {
        if (!isFull(record)) break;
        // As this page has it, if it does: what lies on the device may be corrupt.
        if (old.kind === 'v') evicted.push(records.find((each) => each.key === old.key) ?? old);
        without(old.key);
        disk.remove(old.key);
        void disk.drop(old.key);
      }
      records = [...records, record];
      keep(record);
      return evicted;
    },
    async adopt() {
      const before = records;
      for (const record of keysWith(prefix).map(readKey)) {
        if (record.kind !== 'p') take(record);
        else if (now() - record.time > WEEK_MS) disk.remove(record.key);
      }
      for (const [key, value] of await disk.entries()) {
        if (!key.startsWith(prefix)) continue;
        // Given up or delivered already, as the first store says.
        const { kind } = readKey(key);
        if (/[pd]/.test(kind)) void disk.drop(key);
        else take(read(key, value, !!kind));
      }
      return records.some((record) => !record.own && !before.includes(record));
    },
    isGone({ key, kept, own }) {
      const { kind } = readKey(key);
      // The page's own record is missing: the host cleared the storage, and nobody else will send it.
      const gone = kept && (kind ? /[pd]/.test(kind) : !own);
      if (gone) without(key);
      return gone;
    },
    remove(record, parked) {
      const { key } = record;
      without(key);
      record.kind = 'p';
      if (parked && (record.kept || !isFull(record))) {
        write(record);
        void disk.drop(key);
      } else void forget(key);
      for (const old of readAll('p').slice(0, -MAX_PARKED)) disk.remove(old.key);
    },
    keep() {
      for (const record of records) {
        record.kept &&= disk.allowed;
        if (!record.kept) keep(record);
      }
    },
    clear() {
      records = [];
    },
  };
};
