import { afterPaint } from './afterPaint.ts';

/** A queue of tasks that run after the next paint. */
export interface Deferred {
  /** Runs a task after the next paint, or as soon as the page is hidden or left before that. */
  defer(task: () => void): void;
  /** Runs all queued tasks now. */
  settle(): void;
}

export const createDeferred = (): Deferred => {
  const tasks: (() => void)[] = [];
  const settle = () => {
    for (const task of tasks.splice(0)) task();
  };
  return {
    defer(task) {
      // The first task starts the wait for the paint; later tasks join that wait.
      if (tasks.push(task) === 1) afterPaint(settle);
    },
    settle,
  };
};
