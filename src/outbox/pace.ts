import type { Disk } from './disk.ts';

const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
/** Two windows side by side never hold more than 60 requests of an outage. */
const WINDOW_MS = 10 * MINUTE_MS;
const WINDOW_REQUESTS = 30;

/** What the tabs of a site know together of a collector that has trouble. All in milliseconds since 1970, or counted; 0: never. */
type Trouble = [
  /** Not before this moment: what Retry-After asked for, the next probe of a refusal, or the end of a full window. */
  until: number,
  /** When the window began in which requests are counted, and how many there were. */
  since: number,
  requests: number,
  /** When the collector first refused for good, and how often since. */
  refusedAt: number,
  refusals: number,
];

const NONE: Trouble = [0, 0, 0, 0, 0];

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
    if (text || written) {
      const numbers = text.split(' ').map(Number);
      known = numbers.length === NONE.length && numbers.every(Number.isFinite) ? (numbers as Trouble) : NONE;
    }
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
    if (ms > 0) write(Math.max(until, now() + Math.min(ms, HOUR_MS)), ...rest);
  };
  return {
    wait() {
      const [until, ...rest] = read();
      const ms = until - now();
      // The clock was set back since.
      if (ms > HOUR_MS) write(now() + HOUR_MS, ...rest);
      return Math.max(0, Math.min(ms, HOUR_MS));
    },
    request() {
      const [until, since, requests, ...rest] = read();
      const age = now() - since;
      const fresh = age < 0 || age > WINDOW_MS;
      write(until, fresh ? now() : since, fresh ? 1 : requests + 1, ...rest);
      if (!fresh && requests + 1 >= WINDOW_REQUESTS) hold(WINDOW_MS - age);
    },
    hold,
    refuse() {
      const [until, since, requests, refusedAt, refusals] = read();
      write(until, since, requests, refusedAt || now(), refusals + 1);
      hold(HOUR_MS);
      // Three, so that a clock that is set forward does not end it at once.
      return refusals > 1 && now() - refusedAt >= 24 * HOUR_MS;
    },
    clear() {
      const [until] = read();
      // Another tab was told to wait meanwhile.
      if (until > now()) return write(until, 0, 0, 0, 0);
      known = NONE;
      written = false;
      disk.remove(key);
    },
  };
};
