import { whenLoaded } from './whenLoaded.ts';

/** The limit of a browser's timers, 24 days: a longer one fires at once. */
const LONGEST_MS = 2 ** 31;

/**
 * Calls back so many milliseconds after the page has loaded, or from now when it has; never, if that is 25 days or more. Returns what
 * stops it.
 */
export const afterLoad = (delayMs: number, callback: () => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = whenLoaded(() => {
    if (delayMs < LONGEST_MS) timer = setTimeout(callback, delayMs);
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
};
