import { page } from '../browser/page.ts';

/** How long scorelet does nothing after the page has loaded, in milliseconds. */
export const LOAD_DELAY_MS = 1000;

/** How long scorelet waits for the page to load. The `load` event never comes while one image hangs. */
const LONGEST_LOAD_MS = 10_000;

/** Calls back when the page has loaded, or at once if it has already loaded. */
export const whenLoaded = async (callback: () => void): Promise<void> => {
  if (page.readyState !== 'complete') {
    await new Promise((resolve) => {
      addEventListener('load', resolve, { once: true });
      setTimeout(resolve, LONGEST_LOAD_MS);
    });
  }
  callback();
};
