import type { QueuedEvent } from '../transport/transport.ts';
import type { Disk } from './disk.ts';
import { EVENTS, ROOT } from './keys.ts';

/** An event that no receipt has come for. */
export interface Held extends Omit<QueuedEvent, 'urgent'> {
  readonly key: string;
  /** When it was recorded, milliseconds since 1970. */
  readonly time: number;
  /** Recorded by this page; the others were found on the device. */
  readonly own: boolean;
  /** Written where every tab sees it. */
  kept: boolean;
  /** Resolves when it is written where it survives a kill. */
  written: Promise<unknown>;
}

/**
 * What stands first in a record: an answer, another event, one that the collector never takes, one that it has. The last is a
 * note to the tab that recorded the event, when another one has delivered it.
 */
type Kind = 'a' | 'v' | 'p' | 'd';

const MAX_CHARACTERS = 128 * 1024;
const MAX_RECORDS = 300;
const MAX_PARKED = 20;
const NOTE_MS = 60_000;
export const WEEK_MS = 604_800_000;
/** What a record holds beside its JSON. */
const OVERHEAD = 20;

export interface Records {
  /** In memory, in the order in which they came. */
  held(): readonly Held[];
  /** Writes an event down at once. Returns what had to go to make room. */
  add(event: QueuedEvent): readonly Held[];
  /** Takes over what other pages left on the device. */
  adopt(): Promise<void>;
  /** Whether another tab has delivered it, or taken it away; forgets it then. */
  isGone(record: Held): boolean;
  /** Forgets an event that was delivered, or never will be. */
  remove(record: Held, parked?: boolean): void;
  /** Writes to the device what is in memory only. */
  keep(): void;
  /** Forgets everything, on the device too. */
  clear(): void;
  /** Takes away notes older than a minute and what was given up a week ago; returns whether there are others. */
  tidy(): boolean;
}

/** Creates the records of a queue: one key for each event, because tabs that share one key overwrite each other. */
export const createRecords = (disk: Disk, queue: string, now: () => number): Records => {
  const prefix = `${EVENTS}${queue} `;
  const records = new Map<string, Held>();

  const write = (kind: Kind, key: string, time: number, json = '') => disk.set(key, `${kind}${time}|${json}`);
  /** When a record was written, milliseconds since 1970. */
  const timeOf = (key: string) => Number.parseInt(disk.get(key).slice(1), 10);
  const keysOnDisk = () => disk.keys().filter((key) => key.startsWith(prefix));
  const kindOf = (key: string) => disk.get(key)[0] as Kind | undefined;

  const keep = (record: Held) => {
    const { key, time, json, answer } = record;
    record.kept = write(answer ? 'a' : 'v', key, time, json);
    record.written = disk.put(key, `${answer ? 'a' : 'v'}${time}|${json}`);
  };

  /** Reads a record of another page into memory; takes away what is none. */
  const take = (key: string, value: string, kept: boolean) => {
    const [, kind, time, json = ''] = /^([avpd])(\d+)\|(.*)$/s.exec(value) ?? [];
    const id = key.slice(prefix.length);
    if (records.has(id) || kind === 'p' || kind === 'd') return;
    try {
      if (JSON.parse(json).id === id) {
        const answer = kind === 'a';
        records.set(id, { id, key, json, answer, time: Number(time), own: false, kept, written: Promise.resolve() });
        return;
      }
    } catch {
      // Cut off, or never ours.
    }
    // Only here: the other store may have it whole.
    if (kept) disk.remove(key);
    else void disk.drop([key]);
  };

  const remove = (record: Held, parked?: boolean) => {
    const { id, key, time, json, own, written } = record;
    records.delete(id);
    // Before it is taken from the other store: what is found there meanwhile is known to be delivered.
    const fits = kindOf(key) || !isFull(key.length + json.length + OVERHEAD);
    const noted = fits && write(parked ? 'p' : 'd', key, parked ? time : now(), parked ? json : '');
    if (!noted) disk.remove(key);
    void written.then(() => disk.drop([key])).then(() => own && !parked && disk.remove(key));
  };

  const byAge = (kind: Kind) =>
    keysOnDisk()
      .filter((key) => kindOf(key) === kind)
      .sort((one, other) => timeOf(one) - timeOf(other));

  /** The room that everything of ours takes on the site's device, other queues and clocks included. */
  const isFull = (characters: number) => {
    const ours = disk.keys().filter((key) => key.startsWith(ROOT));
    const taken = ours.reduce((sum, key) => sum + key.length + disk.get(key).length, characters);
    return taken > MAX_CHARACTERS || keysOnDisk().length >= MAX_RECORDS;
  };

  /** Takes away the oldest of what may go; answers may not. */
  const makeRoom = (characters: number): Held[] => {
    const evicted: Held[] = [];
    for (const key of [...byAge('p'), ...byAge('v')]) {
      if (!isFull(characters)) break;
      take(key, disk.get(key), true);
      const record = records.get(key.slice(prefix.length));
      if (record) {
        evicted.push(record);
        remove(record);
      }
      disk.remove(key);
    }
    return evicted;
  };

  return {
    held: () => [...records.values()],
    add({ id, json, answer }) {
      const key = prefix + id;
      const record = { id, json, answer, key, time: now(), own: true, kept: false, written: Promise.resolve() };
      const characters = key.length + json.length + OVERHEAD;
      const evicted = isFull(characters) ? makeRoom(characters) : [];
      records.set(id, record);
      // Answers that find no room are in memory only, and leave at once.
      if (!isFull(characters)) keep(record);
      return evicted;
    },
    async adopt() {
      for (const key of keysOnDisk()) take(key, disk.get(key), true);
      for (const [key, value] of await disk.entries()) {
        if (!disk.allowed || !key.startsWith(prefix)) continue;
        // Delivered or given up, and not yet taken away here.
        if (/[pd]/.test(kindOf(key) ?? '')) void disk.drop([key]);
        else take(key, value, false);
      }
    },
    isGone(record) {
      const kind = kindOf(record.key);
      // Its own record is missing: the host page cleared the storage, and nobody else will send it.
      const gone = kind === 'd' || kind === 'p' || (!kind && record.kept && !record.own);
      if (gone) {
        records.delete(record.id);
        if (record.own && kind === 'd') remove(record);
      }
      return gone;
    },
    remove(record, parked) {
      remove(record, parked);
      if (parked) for (const key of byAge('p').slice(0, -MAX_PARKED)) disk.remove(key);
    },
    keep() {
      // Not allowed any more: it goes on in memory only.
      if (!disk.allowed) disk.wipe(prefix);
      for (const record of records.values()) {
        record.kept &&= disk.allowed;
        if (!record.kept && !isFull(record.key.length + record.json.length + OVERHEAD)) keep(record);
      }
    },
    clear() {
      records.clear();
      disk.wipe(prefix);
    },
    tidy() {
      let notes = false;
      for (const key of keysOnDisk()) {
        const kind = kindOf(key);
        const age = now() - timeOf(key);
        if (kind === 'd' ? age < 0 || age > NOTE_MS : kind === 'p' && age > WEEK_MS) disk.remove(key);
        else notes ||= kind === 'd';
      }
      return notes;
    },
  };
};
