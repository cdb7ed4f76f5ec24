/** The tasks of this page that wait for the next paint. */
import { warn } from './warn.ts';

/** The timeout of a wait for the next paint. It applies when the browser does not paint the page and so runs no frame callback. */
const LATEST_MS = 1000;

const tasks = new Set<() => void>();

/** Runs a task unless it has run already. A task that throws does not stop the others, and its exception is logged. */
const run = (task: () => void) => {
  if (!tasks.delete(task)) return;
  try {
    task();
  } catch (cause) {
    warn(`${cause}`);
  }
};

/** Runs all waiting tasks now, and those that they add. */
export const settle = (): void => tasks.forEach(run);

/**
 * Runs a task after the next paint, in the order of the calls. A function that is already waiting runs once. The caller runs `settle`
 * when the page is hidden or left, because the next paint may never come then.
 */
export const afterPaint = (task: () => void): void => {
  tasks.add(task);
  const end = () => {
    clearTimeout(timer);
    run(task);
  };
  const timer = setTimeout(end, LATEST_MS);
  // Each task waits for a frame of its own, because a frame that has begun already does not paint what the task follows.
  requestAnimationFrame(() => setTimeout(end));
};
