import { addPeriod } from './addPeriod.ts';

export interface TestClock {
  /** Returns the time of the clock in milliseconds since 1970. Pass it as the hook: `createScorelet({ now: clock.now })`. */
  readonly now: () => number;
  /**
   * Moves the test clock forward by a period: `'250ms'`, `'30s'`, `'5m'`, `'2h'`, `'92d'`, `'12w'`, `'3mo'`, `'1y'`. Days and longer units
   * follow the local calendar, as the frequency caps of a survey do. Fires no timers.
   */
  travel(period: string): void;
  /** Sets the test clock to a date, earlier or later: a `Date`, milliseconds since 1970, or an ISO string. */
  set(date: Date | number | string): void;
}

const toTime = (date: Date | number | string): number => {
  const time = new Date(date).getTime();
  if (Number.isNaN(time)) throw new TypeError(`Expected a date, received "${date}".`);
  return time;
};

/**
 * Creates a test clock that stands still until `travel()` or `set()` moves it. `start` is its first time.
 * @default the current time
 */
export const createTestClock = ({
  start = Date.now(),
}: {
  start?: Date | number | string | undefined;
} = {}): TestClock => {
  let time = toTime(start);
  return {
    now: () => time,
    travel(period) {
      time = addPeriod(time, period);
    },
    set(date) {
      time = toTime(date);
    },
  };
};
