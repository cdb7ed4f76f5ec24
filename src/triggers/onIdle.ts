import { listen } from '../browser/listen.ts';
import { afterLoad } from './afterLoad.ts';

/** Touch fires the pointer events, and scrolls. */
const EVENTS = ['pointermove', 'pointerdown', 'keydown', 'input', 'scroll', 'visibilitychange'];

/**
 * Calls back once when nobody has moved, typed, scrolled or touched for so many milliseconds. Time while the page is hidden does not
 * count: the count starts again when the page is visible. Returns what stops it.
 */
export const onIdle = (idleMs: number, callback: () => void): (() => void) => {
  let stopTimer = () => {};
  const restart = () => {
    stopTimer();
    if (!document.hidden)
      stopTimer = afterLoad(idleMs, () => {
        stop();
        callback();
      });
  };
  const stopListening = listen(EVENTS, restart);
  const stop = () => {
    stopTimer();
    stopListening();
  };
  restart();
  return stop;
};
