import type { Disk } from './disk.ts';

export const HOUR_MS = 3_600_000;
/** So many requests may leave one after the other without a delivery; then one in this time: less than 60 in 10 minutes. */
const FREE_REQUESTS = 10;
const SPACING_MS = 12_500;

/** What the tabs of a site know together of a collector that has trouble. */
type Trouble = [
  /** Not before this moment, in milliseconds since 1970: what Retry-After asked for, or the next probe of a refusal. */
  until: number,
  /** Nor before this one, until there is a delivery. */
  spaced: number,
  /** Since the last delivery. */
  requests: number,
  /** When the collector first refused for good, in milliseconds since 1970; 0: it did not. */
  refusedAt: number,
];

const NONE: Trouble = [0, 0, 0, 0];

export interface Pace {
  /** Milliseconds that every tab has to wait, at most an hour, whatever the clock says; 0 or less: none. */
  wait(): number;
  /** Counts a request that leaves now. */
  request(): void;
  /** No tab sends for so long; nothing changes when that is not above 0. */
  hold(ms: number): void;
  /** Holds for an hour after a refusal; returns whether refusals have lasted for a day. */
  refuse(): boolean;
  /** The collector took something: everything but what another tab was told is forgotten. */
  clear(): void;
}

/** Creates the pace of a queue. It lives on the disk, so that a new tab obeys it, and in memory where there is none. */
export const createPace = (disk: Disk, key: string, now: () => number): Pace => {
  let known = NONE;
  let written = false;
  const read = (): Trouble => {
    const text = disk.get(key);
    const numbers = text.split(' ').map(Number);
    // Gone from where it was written: another tab had a delivery. What is not of ours counts as nothing.
    if (text || (written && disk.allowed))
      known = numbers.length > 3 && numbers.every((each) => each >= 0) ? (numbers as Trouble) : NONE;
    return known;
  };
  const write = (...trouble: Trouble) => {
    known = trouble;
    written = disk.set(key, known.join(' '));
    // A full disk keeps what it had: older words, no longer true.
    if (!written) disk.remove(key);
  };
  const hold = (ms: number) => {
    const [until, ...rest] = read();
    if (ms > 0) write(Math.max(until, now() + ms), ...rest);
  };
  return {
    wait() {
      const [until, spaced, ...rest] = read();
      const ms = Math.max(until, spaced) - now();
      // The clock was set back since.
      if (ms > HOUR_MS) write(now() + HOUR_MS, 0, ...rest);
      return Math.min(ms, HOUR_MS);
    },
    request() {
      const [until, spaced, requests, refusedAt] = read();
      write(until, requests < FREE_REQUESTS ? spaced : now() + SPACING_MS, requests + 1, refusedAt);
    },
    hold,
    refuse() {
      const [until, spaced, requests, refusedAt] = read();
      write(until, spaced, requests, refusedAt || now());
      hold(HOUR_MS);
      // Several, so that a clock that is set forward does not end it at once.
      return requests > 2 && !!refusedAt && now() - refusedAt >= 24 * HOUR_MS;
    },
    clear() {
      const [until] = read();
      if (until > now()) return write(until, 0, 0, 0);
      known = NONE;
      written = false;
      disk.remove(key);
    },
  };
};
