import { TROUBLE } from '../../memory/keys.ts';
import { pack, unpack } from '../../memory/versioned.ts';
import type { Disk } from './disk.ts';
import type { OutboxOptions } from './outboxOptions.ts';

const HOUR_MS = 3_600_000;
/** The spacing of requests without a delivery: one in this time, which is fewer than 60 in 10 minutes. */
const SPACING_MS = 12_500;
/** The number of requests that need no spacing. */
const FREE_REQUESTS = 10;

/** The state that the tabs of a site share about a failing collector. Times are milliseconds since 1970. */
export interface Trouble {
  /** No request before this time, because of Retry-After or a refusal. */
  readonly until: number;
  /** When the requests so far would have ended at the spacing above. A delivery resets it. */
  readonly spaced: number;
  /** Requests since the last delivery. */
  readonly requests: number;
  /** When the collector first refused access; 0 when it has not. */
  readonly refusedAt: number;
}

const NONE: Trouble = { until: 0, spaced: 0, requests: 0, refusedAt: 0 };

/** Reads the stored state. Text that is not of this version means no trouble. */
export const readTrouble = (text: string | undefined): Trouble => ({ ...NONE, ...unpack(text) });

/** Returns when the next request may leave, milliseconds since 1970. */
export const toNextRequest = ({ until, spaced }: Trouble): number =>
  Math.max(until, spaced - FREE_REQUESTS * SPACING_MS);

export interface Pace {
  /** Milliseconds that every tab has to wait, at most an hour; no wait when it is 0 or less. */
  wait(): number;
  /** Counts a request that is sent now. */
  request(): void;
  /** Makes every tab wait for this time. No effect unless `ms` is above 0. */
  hold(ms: number): void;
  /** Makes every tab wait for an hour after a refusal. Returns true when the refusals have lasted for a day. */
  refuse(): boolean;
  /** Forgets the trouble after a delivery, except a wait that has not ended. */
  clear(): void;
}

/** Creates the pace of a queue. It is stored, so that every tab obeys it, and kept in memory where storage fails. */
export const createPace = (disk: Disk, { queue, now }: OutboxOptions): Pace => {
  const key = TROUBLE + queue;
  let known = NONE;
  let written = false;
  const read = (): Trouble => {
    const text = disk.get(key);
    // The stored state is gone: another tab has delivered.
    if (text || (written && disk.allowed)) known = readTrouble(text);
    return known;
  };
  const change = (changes: Partial<Trouble>) => {
    known = { ...read(), ...changes };
    written = disk.set(key, pack(known));
    // A full disk would keep the older text, which is outdated.
    if (!written) disk.remove(key);
  };
  return {
    wait() {
      const ms = toNextRequest(read()) - now();
      // The clock was set back meanwhile.
      if (ms > HOUR_MS) change({ until: now() + HOUR_MS, spaced: 0 });
      return Math.min(ms, HOUR_MS);
    },
    request() {
      const { spaced, requests } = read();
      change({ spaced: Math.max(spaced, now()) + SPACING_MS, requests: requests + 1 });
    },
    hold(ms) {
      if (ms > 0) change({ until: Math.max(read().until, now() + ms) });
    },
    refuse() {
      const refusedAt = read().refusedAt || now();
      change({ refusedAt, until: now() + HOUR_MS });
      return now() - refusedAt >= 24 * HOUR_MS;
    },
    clear() {
      change({ spaced: 0, requests: 0, refusedAt: 0 });
      if (known.until <= now()) disk.remove(key);
    },
  };
};
