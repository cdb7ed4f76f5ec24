import { afterPaint } from './afterPaint.ts';

/** Tasks that wait for the next paint. */
export interface Deferred {
  /** Runs a task after the next frame is painted, or when the page is hidden or left before that. */
  defer(task: () => void): void;
  /** Runs everything that waits, now. */
  settle(): void;
}

export const createDeferred = (): Deferred => {
  const tasks: (() => void)[] = [];
  const settle = () => {
    for (const task of tasks.splice(0)) task();
  };
  return {
    defer(task) {
      // The first task starts the wait; the others join it.
      if (tasks.push(task) === 1) afterPaint(settle);
    },
    settle,
  };
};
