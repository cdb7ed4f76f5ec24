import type { LocalPort } from '../../src/delivery/outbox/ports.ts';
import type { LocalMode } from './plan.ts';

/** A killed browser loses the localStorage writes of the last 1.5 seconds, as measured in Chromium. */
const UNWRITTEN_MS = 1500;
/** The size limit of the outbox on one site. */
export const CAP_BYTES = 256 * 1024;
export const CAP_EVENTS = 300;

/** The exception is created once, because creating exceptions is slow. */
const DENIED = new DOMException('Access is denied for this document.', 'SecurityError');
const NO_ROOM = new DOMException('The quota has been exceeded.', 'QuotaExceededError');

export interface FakeLocalOptions {
  now: () => number;
  /** The prefix of the keys of events. */
  prefix: string;
  /** Entries of other scripts of the page. */
  host: Readonly<Record<string, string>>;
  /** Whether keys are listed in alphabetical order (Chromium) or in the order of writing. */
  sorted: boolean;
  /** Called for every key that changes. */
  onChange: (key: string, value: string | null) => void;
}

/** One localStorage, shared by the tabs of a site, with its failures. */
export interface FakeLocal {
  readonly port: LocalPort;
  /** Whether a write of a new key would succeed. */
  mode(): LocalMode;
  setMode(mode: LocalMode): void;
  /** Bytes and number of the stored events: the current values and the highest values so far. */
  used(): { readonly bytes: number; readonly events: number; readonly mostBytes: number; readonly mostEvents: number };
  /** Kills the browser: the latest writes are lost. */
  kill(): void;
  /** The host page calls localStorage.clear(). */
  clear(): void;
  /** Another script overwrites a record. */
  corrupt(key: string, value: string): void;
  /** Lists keys of the host page that have changed. */
  touched(): readonly string[];
}

/** Creates a localStorage in memory. Sizes count two bytes per UTF-16 unit, keys included. */
export const createFakeLocal = ({ now, prefix, host, sorted, onChange }: FakeLocalOptions): FakeLocal => {
  const values = new Map(Object.entries(host));
  let expected: Readonly<Record<string, string>> = host;
  let journal: { at: number; key: string; before: string | null }[] = [];
  let mode: LocalMode = 'works';
  let keys: readonly string[] | undefined;
  let bytes = 0;
  let events = 0;
  let mostBytes = 0;
  let mostEvents = 0;

  const count = (key: string, value: string | undefined | null, sign: 1 | -1) => {
    if (typeof value !== 'string' || !key.startsWith(prefix)) return;
    bytes += sign * 2 * (key.length + value.length);
    events += sign;
  };

  const write = (key: string, value: string | null) => {
    count(key, values.get(key), -1);
    if (value === null || !values.has(key)) keys = undefined;
    if (value === null) values.delete(key);
    else values.set(key, value);
    count(key, value, 1);
    mostBytes = Math.max(mostBytes, bytes);
    mostEvents = Math.max(mostEvents, events);
    onChange(key, value);
  };

  const note = (key: string) => {
    const from = now() - UNWRITTEN_MS;
    if (journal[0] && journal[0].at <= from) journal = journal.filter(({ at }) => at > from);
    journal.push({ at: now(), key, before: values.get(key) ?? null });
  };

  const guard = () => {
    if (mode === 'throws') throw DENIED;
  };

  const port: LocalPort = {
    keys() {
      guard();
      // The list is cached, because keys are listed far more often than they change.
      keys ??= sorted ? [...values.keys()].sort() : [...values.keys()];
      return keys;
    },
    get(key) {
      guard();
      return values.get(key) ?? null;
    },
    set(key, value) {
      guard();
      const before = values.get(key);
      if (mode === 'full' && (before === undefined || value.length > before.length)) {
        throw NO_ROOM;
      }
      note(key);
      write(key, value);
    },
    remove(key) {
      guard();
      if (!values.has(key)) return;
      note(key);
      write(key, null);
    },
  };

  return {
    port,
    mode: () => mode,
    setMode(next) {
      mode = next;
    },
    used: () => ({ bytes, events, mostBytes, mostEvents }),
    kill() {
      const from = now() - UNWRITTEN_MS;
      for (const { at, key, before } of journal.reverse()) if (at > from) write(key, before);
      journal = [];
    },
    clear() {
      journal = [];
      expected = {};
      for (const key of [...values.keys()]) write(key, null);
    },
    corrupt(key, value) {
      write(key, value);
    },
    touched: () => [
      ...Object.keys(expected).filter((key) => values.get(key) !== expected[key]),
      ...[...values.keys()].filter((key) => !key.startsWith('scorelet:') && !(key in expected)),
    ],
  };
};
