import { addPeriod } from './addPeriod.ts';

export interface TestClock {
  /** The hook: `createScorelet({ now: clock.now })`. Milliseconds since 1970. */
  readonly now: () => number;
  /**
   * Moves on by a period: `'250ms'`, `'30s'`, `'5m'`, `'2h'`, `'92d'`, `'12w'`, `'3mo'`, `'1y'`. Days and longer go by the local calendar, as the clocks of a
   * survey's frequency do. Never fires a timer.
   */
  travel(period: string): void;
  /** Goes to a date, back too: a `Date`, milliseconds since 1970, or an ISO string. */
  set(date: Date | number | string): void;
}

const toTime = (date: Date | number | string): number => {
  const time = new Date(date).getTime();
  if (Number.isNaN(time)) throw new TypeError(`Expected a date, received "${date}".`);
  return time;
};

/** Creates a clock that stands still until it is told to move. `start` is where it stands. @default the present */
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
