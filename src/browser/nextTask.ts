/** Resolves in a new task, so that the page can run its own tasks first. */
export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
