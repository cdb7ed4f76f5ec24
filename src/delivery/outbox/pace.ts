import { TROUBLE } from '../../memory/keys.ts';
import { pack, unpack } from '../../memory/versioned.ts';
import type { Disk } from './disk.ts';
import type { OutboxOptions } from './outboxOptions.ts';

export const HOUR_MS = 3_600_000;
/** The minimum average interval between requests while none is delivered. It allows fewer than 60 requests in 10 minutes. */
const SPACING_MS = 12_500;
/** The number of requests that may be sent before the spacing applies. */
const FREE_REQUESTS = 10;

/** The state about a failing collector that all tabs of a site share. Times are in milliseconds since 1970. */
export interface Trouble {
  /** When the state was written. */
  readonly at: number;
  /** No request may be sent before this time, because of a Retry-After header or a refused access. */
  readonly until: number;
  /** The time at which the requests so far would have ended if all had kept the minimum interval. A delivery resets it to 0. */
  readonly spaced: number;
  /** When the collector first refused access; 0 when it has not refused access. */
  readonly refusedAt: number;
  /** The status of the last response that was no receipt, for the debug panel. 100 when there was none. */
  readonly status: number;
}

const NONE: Trouble = { at: 0, until: 0, spaced: 0, refusedAt: 0, status: 100 };

/** Reads the stored state about a failing collector. Text of another version counts as no failure. */
export const readTrouble = (text: string | undefined): Trouble => ({ ...NONE, ...unpack(text) });

/** Returns when the next request may be sent, in milliseconds since 1970. */
export const toNextRequest = ({ until, spaced }: Trouble): number =>
  Math.max(until, spaced - FREE_REQUESTS * SPACING_MS);

export interface Pace {
  /** Returns the milliseconds that every tab has to wait before the next request, at most an hour. 0 or less means no wait. */
  wait(): number;
  /** Counts a request that is being sent now. */
  request(): void;
  /** Makes every tab wait for this time, at most an hour, before its next request. Has no effect unless `ms` is above 0. */
  hold(ms: number): void;
  /** Reads the state that all tabs share. */
  read(): Trouble;
  /** Changes the state that all tabs share. */
  change(changes: Partial<Trouble>): void;
  /** Resets the failure state after a delivery, but keeps a wait that has not ended. */
  clear(): void;
}

/**
 * Creates the rate limit of an event queue. It is stored on the device, so that every tab obeys it. When storage fails, it is kept in
 * memory.
 */
export const createPace = (disk: Disk, { queue, now }: OutboxOptions): Pace => {
  const key = TROUBLE + queue;
  let known = NONE;
  let written = false;
  const save = (trouble: Trouble) => {
    known = { ...trouble, at: now() };
    written = disk.set(key, pack(known));
    // If the write fails because the storage is full, the older text would stay, and it is outdated.
    if (!written) disk.remove(key);
  };
  const read = (): Trouble => {
    const text = disk.get(key);
    // The stored failure state is gone, because another tab has delivered events.
    if (text || (written && disk.allowed)) known = readTrouble(text);
    const back = known.at - now();
    // The device's clock was set back: a wait of three seconds stays one of three seconds.
    if (back > 0) save({ ...known, until: known.until - back, spaced: Math.max(0, known.spaced - back) });
    return known;
  };
  const change = (changes: Partial<Trouble>) => save({ ...read(), ...changes });

  return {
    read,
    change,
    wait: () => toNextRequest(read()) - now(),
    request() {
      const { spaced, until } = read();
      // Written at its full length, so that a later wait fits when the storage has become full.
      change({ spaced: Math.max(spaced, now()) + SPACING_MS, until: Math.max(until, now()) });
    },
    hold(ms) {
      if (ms > 0) change({ until: Math.max(read().until, now() + Math.min(ms, HOUR_MS)) });
    },
    clear() {
      change({ spaced: 0, refusedAt: 0 });
      if (known.until <= now()) disk.remove(key);
    },
  };
};
