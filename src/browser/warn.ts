/** Writes one line to the browser console. */
export const warn = (message: string): undefined => {
  console.warn(`[scorelet] ${message}`);
};
