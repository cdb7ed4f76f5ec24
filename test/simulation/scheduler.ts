/** Virtual time: tasks run in order without real waiting, and promises settle before the next task. */
export interface Scheduler {
  /** Milliseconds since the simulation began. This clock cannot be set. */
  now(): number;
  /** The number of the current task. */
  task(): number;
  /** Runs a callback once, later. Returns a function that cancels it. */
  after(ms: number, run: () => void): () => void;
  /** Runs tasks until none is left or the time is reached. Resolves true when none is left. */
  run(untilMs: number): Promise<boolean>;
}

interface Entry {
  readonly at: number;
  readonly order: number;
  run: (() => void) | undefined;
}

const isBefore = (a: Entry, b: Entry) => a.at < b.at || (a.at === b.at && a.order < b.order);

/**
 * Resolves when no promise callback is waiting: Node runs ticks only after it has emptied the queue of microtasks. A timer or
 * `setImmediate` would be ten times slower, and a fixed number of awaits would be a guess.
 */
const settled = () => new Promise<void>((resolve) => process.nextTick(resolve));

/** The task limit, which stops a simulation that does not become idle. Eight days of outage take about 20,000 tasks. */
const MOST_TASKS = 200_000;

/** Creates a scheduler with its own event heap. Fake timers would need Date and globals, and are slower. */
export const createScheduler = (): Scheduler => {
  const heap: Entry[] = [];
  let now = 0;
  let order = 0;
  let task = 0;

  const push = (entry: Entry) => {
    let index = heap.length;
    while (index > 0) {
      const above = (index - 1) >> 1;
      const parent = heap[above] as Entry;
      if (!isBefore(entry, parent)) break;
      heap[index] = parent;
      index = above;
    }
    heap[index] = entry;
  };

  const pop = (): Entry | undefined => {
    const first = heap[0];
    const last = heap.pop();
    if (!first || !last || heap.length === 0) return first;
    let index = 0;
    for (;;) {
      let below = 2 * index + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && isBefore(heap[below + 1] as Entry, heap[below] as Entry)) below++;
      if (!isBefore(heap[below] as Entry, last)) break;
      heap[index] = heap[below] as Entry;
      index = below;
    }
    heap[index] = last;
    return first;
  };

  return {
    now: () => now,
    task: () => task,
    after(ms, run) {
      // NaN and negative delays count as 0, as in a browser.
      const entry: Entry = { at: now + (ms > 0 ? ms : 0), order: order++, run };
      push(entry);
      return () => {
        entry.run = undefined;
      };
    },
    async run(untilMs) {
      await settled();
      for (;;) {
        while (heap[0] && !heap[0].run) pop();
        const next = heap[0];
        if (task > MOST_TASKS) return false;
        if (!next || next.at > untilMs) {
          if (untilMs < Number.POSITIVE_INFINITY) now = Math.max(now, untilMs);
          return !next;
        }
        pop();
        now = next.at;
        task++;
        next.run?.();
        await settled();
      }
    },
  };
};
