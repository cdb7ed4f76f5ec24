import { listen } from './listen.ts';

/** A page that is not drawn has no frames. */
const LATEST_MS = 1000;

/**
 * Calls back once, in a task after the next frame is painted, or at once when the page is hidden or left before that. Returns what
 * stops it.
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
