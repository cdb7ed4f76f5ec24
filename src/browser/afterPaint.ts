/** The tasks of this page that wait for the next paint. */
import { listen } from './listen.ts';
import { warn } from './warn.ts';

/** The timeout of a wait for the next paint. It applies when the browser does not paint the page and so runs no frame callback. */
const LATEST_MS = 1000;

const tasks = new Set<() => void>();

/** Runs all waiting tasks now, and those that they add. A task that throws does not stop the others, and its exception is logged. */
export const settle = (): void => {
  for (const task of tasks) {
    tasks.delete(task);
    try {
      task();
    } catch (cause) {
      warn(`${cause}`);
    }
  }
};

/**
 * Runs a task after the next paint, or as soon as the page is hidden or left before that. Tasks run in the order of the calls. A function
 * that is already waiting runs once.
 */
export const afterPaint = (task: () => void): void => {
  const isWaiting = tasks.size > 0;
  tasks.add(task);
  // The first task starts the wait for the paint; later tasks join that wait.
  if (isWaiting) return;
  const end = () => {
    clearTimeout(timer);
    stopListening();
    settle();
  };
  const timer = setTimeout(end, LATEST_MS);
  const stopListening = listen(['visibilitychange', 'pagehide'], end);
  requestAnimationFrame(() => setTimeout(end));
};
