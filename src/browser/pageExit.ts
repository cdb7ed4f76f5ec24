import { listen } from './listen.ts';

/**
 * Calls back when the page may be about to go: when it is hidden, and at `pagehide` again. Firefox loses requests made at
 * `pagehide` of a closing tab but not those made when it is hidden. Returns what stops it.
 */
export const onPageExit = (callback: () => void): (() => void) => {
  const stops = [
    listen(['visibilitychange'], () => {
      if (document.hidden) callback();
    }),
    listen(['pagehide'], callback),
  ];
  return () => {
    for (const stop of stops) stop();
  };
};
