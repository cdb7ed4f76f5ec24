import { createCollector, type ReceivedEvent, toHistoryFacts } from '../../src/collector/index.ts';

export type Handler = (request: Request) => Response | Promise<Response>;

interface KeptCollectorOptions {
  limit?: (request: Request) => number;
  /** Returns true when the history of the respondent `asked` includes the events of `respondent`. @default only when the ids are equal */
  isSame?: (respondent: string, asked: string) => boolean;
}

/** Creates this repository's collector handler with a store in memory. */
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
