/** How long scorelet does nothing after the page has loaded, in milliseconds. */
export const LOAD_DELAY_MS = 1000;

/** Calls back when the page has loaded, or at once if it has already loaded. Returns a function that cancels the callback. */
export const whenLoaded = (callback: () => void): (() => void) => {
  if (document.readyState === 'complete') callback();
  else addEventListener('load', callback, { once: true });
  return () => removeEventListener('load', callback);
};
