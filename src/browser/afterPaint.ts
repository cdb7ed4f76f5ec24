import { listen } from './listen.ts';

/** The timeout of a wait for the next paint. It applies when the browser does not paint the page and so runs no frame callback. */
const LATEST_MS = 1000;

/**
 * Calls back once, in a task after the next paint. Calls back at once when the page is hidden or left before the paint. Returns a function
 * that cancels the callback.
 */
export const afterPaint = (callback: () => void): (() => void) => {
  let timer = setTimeout(() => run(), LATEST_MS);
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    timer = setTimeout(() => run());
  });
  const stopListening = listen(['visibilitychange', 'pagehide'], () => run());
  const stop = () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    stopListening();
  };
  const run = () => {
    stop();
    callback();
  };
  return stop;
};
