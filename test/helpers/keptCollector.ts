import { createCollector, type ReceivedEvent, toHistoryFacts } from '../../src/collector/index.ts';

export type Handler = (request: Request) => Response | Promise<Response>;

export interface KeptCollectorOptions {
  limit?: (request: Request) => number;
  /** Whether what was posted for one respondent is told for another. @default of the same only */
  isSame?: (respondent: string, asked: string) => boolean;
}

/** The handler of this repository over an array. */
export const createKeptCollector = ({ isSame = Object.is, ...options }: KeptCollectorOptions = {}): Handler => {
  const kept = new Map<string, ReceivedEvent>();
  return createCollector({
    ...options,
    history: true,
    store: {
      async add(events) {
        const names = events.map(({ event }) => JSON.stringify([event.source, event.id]));
        const duplicates = events.filter((_, index) => kept.has(names[index] ?? '')).map(({ event }) => event.id);
        for (const [index, received] of events.entries()) {
          const name = names[index] ?? '';
          if (!kept.has(name)) kept.set(name, received);
        }
        return { duplicates };
      },
      historyOf: async (asked, question) =>
        toHistoryFacts(
          [...kept.values()].filter(({ event }) => isSame(event.data.respondent?.id ?? '', asked)),
          question,
        ),
    },
  });
};
