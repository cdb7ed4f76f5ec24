/** Writes one line to the console. */
export const warn = (message: string): undefined => {
  console.warn(`[scorelet] ${message}`);
};
