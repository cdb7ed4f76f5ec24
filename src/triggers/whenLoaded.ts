/** The delay after load during which scorelet does nothing. */
export const LOAD_DELAY_MS = 1000;

/** Calls back when the page has loaded, at once if it has. Returns a function that stops this. */
export const whenLoaded = (callback: () => void): (() => void) => {
  if (document.readyState === 'complete') callback();
  else addEventListener('load', callback, { once: true });
  return () => removeEventListener('load', callback);
};
