import { createCollector } from '../../src/collector/index.ts';

export type Handler = (request: Request) => Response | Promise<Response>;

/** The handler of this repository over an array. */
export const createKeptCollector = (options: { limit?: (request: Request) => number } = {}): Handler => {
  const kept = new Set<string>();
  return createCollector({
    ...options,
    store: {
      async add(events) {
        const names = events.map(({ event }) => JSON.stringify([event.source, event.id]));
        const duplicates = events.filter((_, index) => kept.has(names[index] ?? '')).map(({ event }) => event.id);
        for (const name of names) kept.add(name);
        return { duplicates };
      },
    },
  });
};
