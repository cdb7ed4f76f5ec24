import { listen } from '../browser/listen.ts';
import { page } from '../browser/page.ts';
import { afterLoad } from './afterLoad.ts';

/** The events that count as activity of the respondent. Touch fires pointer and scroll events. */
const ACTIVITY = ['pointermove', 'pointerdown', 'keydown', 'input', 'scroll', 'visibilitychange'];

/**
 * Calls back once when the respondent has not moved the pointer, typed, scrolled or touched for this many milliseconds. Time while the page
 * is hidden does not count: the period starts again when the page becomes visible. Returns a function that stops the observation.
 */
export const onIdle = (idleMs: number, callback: () => void): (() => void) => {
  let stopTimer = () => {};
  const restart = () => {
    stopTimer();
    if (!page.hidden)
      stopTimer = afterLoad(idleMs, () => {
        stop();
        callback();
      });
  };
  const stopListening = listen(ACTIVITY, restart);
  const stop = () => {
    stopTimer();
    stopListening();
  };
  restart();
  return stop;
};
