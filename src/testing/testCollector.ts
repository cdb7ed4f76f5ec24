/** A collector double: the handler of `scorelet/collector` over memory, with what a test wants to know of it. */

import type { Transport } from '../api/transport.ts';
import { type CollectorOptions, createCollector, type Rejection } from '../collector/index.ts';
import { createHttpTransport } from '../delivery/transport/httpTransport.ts';
import { type Answer, type EventName, type EventOf, eventByName, type ScoreletEvent } from '../schema/index.ts';

export interface TestCollectorOptions extends Omit<CollectorOptions, 'store' | 'limit' | 'onError'> {
  /** Makes `events()` and all that reads them throw when something came that a collector refuses. @default true */
  strict?: boolean | undefined;
}

export interface FailOptions {
  /** How many requests fail; `Infinity` until `clear()`. @default 1 */
  times?: number | undefined;
  /** What `Retry-After` asks for: seconds, or an HTTP date. @default nothing */
  retryAfter?: number | string | undefined;
}

export interface WaitForOptions<Name extends EventName> {
  /** Milliseconds. @default 5000 */
  timeout?: number | undefined;
  /** Which event of that name. @default the first */
  where?: ((event: EventOf<Name>) => boolean) | undefined;
}

export interface TestCollector {
  /** The hook: `createScorelet({ transport: collector.transport })`. */
  readonly transport: Transport;
  /** `fetch` and Fetch-API handler in one: give it a `Request`, or an address and what goes with it. Relative addresses are the page's. */
  readonly fetch: (input: Request | string | URL, init?: RequestInit) => Promise<Response>;
  /** What was collected, response by response, each in the order in which it happened; `(source, id)` counts once. */
  events(): ScoreletEvent[];
  /** The collected events of one name of `on()`, typed by it. */
  eventsOf<Name extends EventName>(name: Name): EventOf<Name>[];
  /** What respondents said, as an analyst counts it: the last answer to each question of a response, and when it was completed what stood then. */
  answers(): Answer[];
  /** What was refused and why, whole requests too: those have no `id` and the code `http_<status>`. */
  rejected(): Rejection[];
  /** Resolves an event of that name: one that is there, or the next to come. Rejects after the timeout with what has come instead. */
  waitFor<Name extends EventName>(name: Name, options?: WaitForOptions<Name>): Promise<EventOf<Name>>;
  /** Answers the next requests with a status, or not at all. Nothing of them is kept. */
  fail(how: number | 'network', options?: FailOptions): void;
  /** Forgets what has come and what was to fail; an event that comes again counts again. */
  clear(): void;
}

const ADDRESS = 'http://collector.test/collect?v=1';
const NAMES = Object.keys(eventByName) as EventName[];
const nameByType = new Map<string, EventName>(
  NAMES.flatMap((name) => [...eventByName[name].shape.type._zod.values].map((type) => [type, name] as const)),
);
const nameOf = ({ type }: ScoreletEvent) => nameByType.get(type);

/** Brings what came in whatever order into that in which it happened: response by response, as the first of each came. */
const toOrder = (events: Iterable<ScoreletEvent>): ScoreletEvent[] => {
  const responses = new Map<string, ScoreletEvent[]>();
  for (const event of events) responses.set(event.subject, [...(responses.get(event.subject) ?? []), event]);
  return [...responses.values()].flatMap((list) => list.sort((one, other) => one.data.sequence - other.data.sequence));
};

/** Sorts out what counts: a `completed` event repeats the whole answer set, and comes last. */
const toAnswers = (events: readonly ScoreletEvent[]): Answer[] => {
  const responses = new Map<string, Map<string, Answer>>();
  for (const { type, subject, data } of events) {
    if (type === 'scorelet.survey.completed.v1') {
      responses.set(subject, new Map(data.answers.map((answer) => [answer.question.id, answer])));
    } else if (type === 'scorelet.question.answered.v1') {
      const { answer } = data;
      responses.set(subject, new Map([...(responses.get(subject) ?? []), [answer.question.id, answer]]));
    }
  }
  return [...responses.values()].flatMap((answers) => [...answers.values()]);
};

/** Creates an empty collector. Needs `Request` and `Response`, which Node, browsers and Vitest have. */
export const createTestCollector = ({ strict = true, ...options }: TestCollectorOptions = {}): TestCollector => {
  const kept = new Map<string, ScoreletEvent>();
  const refused: Rejection[] = [];
  const listeners = new Set<() => void>();
  let failure: { how: number | 'network'; left: number; retryAfter: FailOptions['retryAfter'] } | undefined;

  const collect = createCollector({
    ...options,
    store: {
      async add(events) {
        const duplicates: string[] = [];
        for (const { event } of events) {
          const name = JSON.stringify([event.source, event.id]);
          if (kept.has(name)) duplicates.push(event.id);
          else kept.set(name, event);
        }
        return { duplicates };
      },
    },
  });

  /** Takes down what the collector said no to. */
  const noteRefusals = async (response: Response) => {
    if (response.status === 200) refused.push(...((await response.json()) as { rejected: Rejection[] }).rejected);
    else if (response.status >= 400) {
      const { detail } = (await response.json()) as { detail: string };
      refused.push({ id: '', code: `http_${response.status}`, detail });
    }
  };
  const takeFailure = () => {
    if (!failure || failure.left <= 0) return undefined;
    failure.left--;
    return failure;
  };

  const collector: TestCollector = {
    transport: createHttpTransport({
      address: ADDRESS,
      fetch: (input, init) => collector.fetch(input, init),
      now: () => Date.now(),
    }),
    async fetch(input, init) {
      const failing = takeFailure();
      if (failing?.how === 'network') throw new TypeError('Failed to fetch');
      if (failing) {
        const headers = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'Retry-After' };
        const { retryAfter } = failing;
        return new Response(null, {
          status: failing.how as number,
          headers: retryAfter === undefined ? headers : { ...headers, 'Retry-After': `${retryAfter}` },
        });
      }
      const base = globalThis.location?.href.startsWith('http') ? location.href : ADDRESS;
      // The signal stays behind: jsdom's is not one that Node's Request takes.
      const { method, headers, body } = init ?? {};
      const request =
        typeof input === 'string' || input instanceof URL
          ? new Request(new URL(input, base).href, { method, headers, body } as RequestInit)
          : input;
      const response = await collect(request);
      await noteRefusals(response.clone());
      for (const hear of [...listeners]) hear();
      return response;
    },
    events() {
      const [first] = refused;
      if (strict && first) {
        const lines = refused.map(({ id, code, detail }) => `  ${id || 'request'} (${code}): ${detail}`);
        throw new Error(`The collector refused what was sent:\n${lines.join('\n')}`);
      }
      return toOrder(kept.values());
    },
    eventsOf: <Name extends EventName>(name: Name) =>
      collector.events().filter((event) => nameOf(event) === name) as EventOf<Name>[],
    answers: () => toAnswers(collector.events()),
    rejected: () => [...refused],
    waitFor: <Name extends EventName>(name: Name, { timeout = 5000, where = () => true }: WaitForOptions<Name> = {}) =>
      new Promise<EventOf<Name>>((resolve, reject) => {
        const finish = () => {
          clearTimeout(timer);
          listeners.delete(look);
        };
        const look = () => {
          try {
            const found = collector.eventsOf(name).find(where);
            if (!found) return;
            finish();
            resolve(found);
          } catch (error) {
            finish();
            reject(error);
          }
        };
        const timer = setTimeout(() => {
          finish();
          const names = [...kept.values()].map(nameOf).join(', ');
          reject(new Error(`No "${name}" came within ${timeout} ms, only: ${names || 'nothing'}.`));
        }, timeout);
        listeners.add(look);
        look();
      }),
    fail(how, { times = 1, retryAfter } = {}) {
      failure = { how, left: times, retryAfter };
    },
    clear() {
      kept.clear();
      refused.length = 0;
      failure = undefined;
    },
  };
  return collector;
};
