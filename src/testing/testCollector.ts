/**
 * A test double of a collector: the handler of `scorelet/collector` with a store in memory, and methods that tests use to inspect what
 * arrived.
 */

import type { Transport } from '../api/transport.ts';
import { type CollectorOptions, createCollector, type Rejection } from '../collector/index.ts';
import { createHttpTransport } from '../delivery/transport/httpTransport.ts';
import { type Answer, type EventName, type EventOf, eventByName, type ScoreletEvent } from '../schema/index.ts';

export interface TestCollectorOptions extends Omit<CollectorOptions, 'store' | 'limit' | 'onError'> {
  /**
   * Makes `events()`, `eventsOf()`, `answers()` and `waitFor()` throw after the collector has refused an event or a request.
   * @default true
   */
  strict?: boolean | undefined;
}

export interface FailOptions {
  /**
   * The number of requests that fail. `Infinity` fails all requests until `clear()`.
   * @default 1
   */
  times?: number | undefined;
  /**
   * The `Retry-After` header of the failed requests: seconds, or an HTTP date.
   * @default no header
   */
  retryAfter?: number | string | undefined;
}

export interface WaitForOptions<Name extends EventName> {
  /** Milliseconds to wait for the event. @default 5000 */
  timeout?: number | undefined;
  /**
   * Returns true for the event to wait for.
   * @default accepts the first event with that name
   */
  where?: ((event: EventOf<Name>) => boolean) | undefined;
}

export interface TestCollector {
  /** A transport to this collector. Pass it as the hook: `createScorelet({ transport: collector.transport })`. */
  readonly transport: Transport;
  /**
   * Handles a request. It can be called like a Fetch API handler, with a `Request`, or like `fetch`, with a URL and init. Relative URLs
   * resolve against the page.
   */
  readonly fetch: (input: Request | string | URL, init?: RequestInit) => Promise<Response>;
  /** Returns the collected events, grouped by response and sorted by sequence. Events with the same `(source, id)` count once. */
  events(): ScoreletEvent[];
  /** Returns the collected events with one of the event names of `on()`, typed by that name. */
  eventsOf<Name extends EventName>(name: Name): EventOf<Name>[];
  /** Returns the final answers: for a completed response the answers in `completed`, else the last answer to each question. */
  answers(): Answer[];
  /** Returns the refused events and requests with the reason. A refused request has an empty `id` and the code `http_<status>`. */
  rejected(): Rejection[];
  /**
   * Resolves the first event with that name, at once or when it arrives. After the timeout, rejects with the names of the events that
   * arrived.
   */
  waitFor<Name extends EventName>(name: Name, options?: WaitForOptions<Name>): Promise<EventOf<Name>>;
  /** Makes the next requests fail, with a status or with a network error. The events of these requests are not stored. */
  fail(how: number | 'network', options?: FailOptions): void;
  /** Deletes the collected events and the refusals, and ends `fail()`. If a deleted event arrives again, it is collected again. */
  clear(): void;
}

const ADDRESS = 'http://collector.test/collect?v=1';
const NAMES = Object.keys(eventByName) as EventName[];
const nameByType = new Map<string, EventName>(
  NAMES.flatMap((name) => [...eventByName[name].shape.type._zod.values].map((type) => [type, name] as const)),
);
const nameOf = ({ type }: ScoreletEvent) => nameByType.get(type);

/** Groups events by response, in order of arrival, and sorts each response by sequence. */
const toOrder = (events: Iterable<ScoreletEvent>): ScoreletEvent[] => {
  const responses = new Map<string, ScoreletEvent[]>();
  for (const event of events) responses.set(event.subject, [...(responses.get(event.subject) ?? []), event]);
  return [...responses.values()].flatMap((list) => list.sort((one, other) => one.data.sequence - other.data.sequence));
};

/** Returns the final answers of a response. A `completed` event is the last of its response and repeats every answer. */
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

/** Creates an empty test collector. Needs the globals `Request` and `Response`, which Node, browsers and Vitest have. */
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

  /** Records the refused events or the refused request that a response reports. */
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
      // `signal` is left out, because Node's Request does not accept jsdom's AbortSignal.
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
        throw new Error(`The collector refused events or requests:\n${lines.join('\n')}`);
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
          reject(
            new Error(`No "${name}" event arrived within ${timeout} ms. Events that arrived: ${names || 'none'}.`),
          );
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
