/** How long scorelet does nothing after the page has loaded, in milliseconds. */
export const LOAD_DELAY_MS = 1000;

/** Calls back when the page has loaded, or at once if it has already loaded. An aborted signal cancels the callback. */
export const whenLoaded = (callback: () => void, options?: { readonly signal: AbortSignal }): void => {
  if (document.readyState === 'complete') callback();
  else addEventListener('load', callback, { once: true, ...options });
};
