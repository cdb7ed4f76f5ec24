/** How long a page that has loaded has to itself. */
export const LOAD_DELAY_MS = 1000;
/** A browser's timers count no further (24 days), and come at once when they are asked to. */
const LONGEST_MS = 2 ** 31;

/** Calls back some milliseconds after the page has loaded, or has been loaded; never, if that is 25 days or more. Returns what stops it. */
export const afterLoad = (delayMs: number, callback: () => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const start = () => {
    if (delayMs < LONGEST_MS) timer = setTimeout(callback, delayMs);
  };
  if (document.readyState === 'complete') start();
  else addEventListener('load', start, { once: true });
  return () => {
    removeEventListener('load', start);
    clearTimeout(timer);
  };
};
