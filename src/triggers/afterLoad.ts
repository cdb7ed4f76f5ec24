import { whenLoaded } from './whenLoaded.ts';

/** 23 days. Browsers fire a timer with a delay of 25 days or more at once. */
const LONGEST_MS = 2e9;

/**
 * Calls back this many milliseconds after the page has loaded, or after now when the page has already loaded. Never calls back for 23 days
 * or more. Returns a function that cancels the callback.
 */
export const afterLoad = (delayMs: number, callback: () => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isCancelled = false;
  void whenLoaded(() => {
    if (!isCancelled && delayMs < LONGEST_MS) timer = setTimeout(callback, delayMs);
  });
  return () => {
    isCancelled = true;
    clearTimeout(timer);
  };
};
