import { pack, unpack } from '../../memory/versioned.ts';
import type { Disk } from './disk.ts';

export const HOUR_MS = 3_600_000;
/** This many requests may follow one another without a delivery. Then the spacing applies: fewer than 60 in 10 minutes. */
const FREE_REQUESTS = 10;
const SPACING_MS = 12_500;

/** What the tabs of a site share about a collector in trouble. Times are milliseconds since 1970. */
export interface Trouble {
  /** No request before this time: Retry-After asked for it, or the collector refuses access. */
  readonly until: number;
  /** No request before this time, unless there is a delivery. */
  readonly spaced: number;
  /** Requests since the last delivery. */
  readonly requests: number;
  /** When the collector first refused access; 0 when it has not. */
  readonly refusedAt: number;
}

const NONE: Trouble = { until: 0, spaced: 0, requests: 0, refusedAt: 0 };

/** Reads what the device keeps of it; no trouble, for text that is not of this version. */
export const readTrouble = (text: string | undefined): Trouble => ({ ...NONE, ...unpack(text) });

export interface Pace {
  /** Milliseconds that every tab has to wait, at most an hour; none when it is 0 or less. */
  wait(): number;
  /** Counts a request that leaves now. */
  request(): void;
  /** Lets no tab send for this time. Has no effect unless `ms` is above 0. */
  hold(ms: number): void;
  /** Holds for an hour after a refusal; returns whether refusals have lasted for a day. */
  refuse(): boolean;
  /** Forgets the trouble after a delivery, except a wait that has not ended. */
  clear(): void;
}

/** Creates the pace of a queue. It is stored, so that every tab obeys it, and kept in memory where storage fails. */
export const createPace = (disk: Disk, key: string, now: () => number): Pace => {
  let known = NONE;
  let written = false;
  const read = (): Trouble => {
    const text = disk.get(key);
    // It was written and is gone: another tab had a delivery.
    if (text || (written && disk.allowed)) known = readTrouble(text);
    return known;
  };
  const change = (changes: Partial<Trouble>) => {
    known = { ...read(), ...changes };
    written = disk.set(key, pack(known));
    // A full disk keeps the older text, which is no longer true.
    if (!written) disk.remove(key);
  };
  const hold = (ms: number) => {
    if (ms > 0) change({ until: Math.max(read().until, now() + ms) });
  };
  return {
    wait() {
      const { until, spaced } = read();
      const ms = Math.max(until, spaced) - now();
      // The clock was set back meanwhile.
      if (ms > HOUR_MS) change({ until: now() + HOUR_MS, spaced: 0 });
      return Math.min(ms, HOUR_MS);
    },
    request() {
      const { requests, spaced } = read();
      change({ requests: requests + 1, spaced: requests < FREE_REQUESTS ? spaced : now() + SPACING_MS });
    },
    hold,
    refuse() {
      const { requests, refusedAt } = read();
      change({ refusedAt: refusedAt || now() });
      hold(HOUR_MS);
      // Several requests are needed, so that a clock that is set forward does not end it at once.
      return requests > 2 && !!refusedAt && now() - refusedAt >= 24 * HOUR_MS;
    },
    clear() {
      if (read().until > now()) return change({ spaced: 0, requests: 0, refusedAt: 0 });
      known = NONE;
      written = false;
      disk.remove(key);
    },
  };
};
