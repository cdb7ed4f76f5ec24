/** Formats times for people. */

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const clock = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });

/** Formats a time relative to now, for example "5 minutes ago". */
export const toAgo = (time: number, now: number): string => {
  const passed = now - time;
  if (passed < MINUTE_MS) return 'just now';
  if (passed < HOUR_MS) return relative.format(-Math.floor(passed / MINUTE_MS), 'minute');
  if (passed < DAY_MS) return relative.format(-Math.floor(passed / HOUR_MS), 'hour');
  return relative.format(-Math.floor(passed / DAY_MS), 'day');
};

/** Formats a time as date and time of day, for example "21 Nov, 22:46". */
export const toClock = (time: number): string => clock.format(time);
