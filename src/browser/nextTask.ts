/** Resolves in a task of its own, so that the page gets its turn. */
export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
