/** How long a loaded page is left alone. */
export const LOAD_DELAY_MS = 1000;

/** Calls back when the page has loaded, or now when it has. Returns what stops it. */
export const whenLoaded = (callback: () => void): (() => void) => {
  if (document.readyState === 'complete') callback();
  else addEventListener('load', callback, { once: true });
  return () => removeEventListener('load', callback);
};
