import { whenLoaded } from './whenLoaded.ts';

/** The longest delay that a browser's timers support, 24 days. A timer with a longer delay fires at once. */
export const LONGEST_MS = 2 ** 31 - 1;

/**
 * Calls back this many milliseconds after the page has loaded, or after now when the page has already loaded. Never calls back for 25 days
 * or more. Returns a function that cancels the callback.
 */
export const afterLoad = (delayMs: number, callback: () => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isWanted = delayMs <= LONGEST_MS;
  void whenLoaded(() => {
    if (isWanted) timer = setTimeout(callback, delayMs);
  });
  return () => {
    isWanted = false;
    clearTimeout(timer);
  };
};
