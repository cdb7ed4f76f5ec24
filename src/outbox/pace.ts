import type { Disk } from './disk.ts';

const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
/** Two windows side by side never hold more than 60 requests of an outage. */
const WINDOW_MS = 10 * MINUTE_MS;
const WINDOW_REQUESTS = 30;

/** What the tabs of a site know together of a collector that has trouble. */
interface Trouble {
  /** Not before this moment: what Retry-After asked for, the next probe of a refusal, or the end of a full window. */
  readonly until: number;
  /** When the window began in which requests are counted, and how many there were. */
  readonly since: number;
  readonly requests: number;
  /** When the collector first refused for good, and how often since; 0: it did not. */
  readonly refusedAt: number;
  readonly refusals: number;
}

const NONE: Trouble = { until: 0, since: 0, requests: 0, refusedAt: 0, refusals: 0 };

export interface Pace {
  /** Milliseconds that every tab has to wait; at most an hour, whatever the clock says. */
  wait(): number;
  /** Counts a request that leaves now; too many without a delivery close the way for a while. */
  request(): void;
  /** No tab sends for so long. */
  hold(ms: number): void;
  /** Counts a refusal and holds for an hour; returns whether it has lasted for a day. */
  refuse(): boolean;
  /** The collector took something: everything is forgotten. */
  clear(): void;
}

/** Creates the pace of a queue. It lives on the disk, so that a new tab obeys it, and in memory where there is none. */
export const createPace = (disk: Disk, key: string, now: () => number): Pace => {
  let known = NONE;
  let written = false;
  const read = (): Trouble => {
    const text = disk.get(key);
    // Gone from where it was written: another tab had a delivery.
    if (!text && written) known = NONE;
    try {
      if (text) known = { ...NONE, ...JSON.parse(text) };
    } catch {
      // Somebody else's words under our key: what this tab knows counts.
    }
    return known;
  };
  const write = (more: Partial<Trouble>) => {
    known = { ...read(), ...more };
    written = disk.set(key, JSON.stringify(known));
  };
  const hold = (ms: number) => {
    if (ms > 0) write({ until: Math.max(read().until, now() + Math.min(ms, HOUR_MS)) });
  };
  return {
    wait() {
      const ms = read().until - now();
      // The clock was set back since.
      if (ms > HOUR_MS) write({ until: now() + HOUR_MS });
      return Math.max(0, Math.min(ms, HOUR_MS));
    },
    request() {
      const { since, requests } = read();
      const age = now() - since;
      const fresh = age < 0 || age > WINDOW_MS;
      write(fresh ? { since: now(), requests: 1 } : { requests: requests + 1 });
      if (!fresh && requests + 1 >= WINDOW_REQUESTS) hold(WINDOW_MS - age);
    },
    hold,
    refuse() {
      const { refusedAt, refusals } = read();
      write({ refusedAt: refusedAt || now(), refusals: refusals + 1 });
      hold(HOUR_MS);
      // Three, so that a clock that is set forward does not end it at once.
      return refusals > 1 && now() - refusedAt >= 24 * HOUR_MS;
    },
    clear() {
      const { until } = read();
      // Another tab was told to wait meanwhile.
      if (until > now()) return write({ ...NONE, until });
      known = NONE;
      disk.remove(key);
      written = false;
    },
  };
};
