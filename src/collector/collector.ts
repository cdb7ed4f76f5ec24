import { answerHistory } from './answerHistory.ts';
import { toProblem } from './problem.ts';
import { type Batch, readBatch } from './readBatch.ts';
import { readBody } from './readBody.ts';
import type { EventStore } from './store.ts';

export interface CollectorOptions {
  store: EventStore;
  /** Returns true when pages of this origin may post. The origin of a sandboxed frame is `'null'`. @default every origin may post */
  isAllowedOrigin?: ((origin: string) => boolean) | undefined;
  /**
   * Enables history requests (`?ce=history`) when the store has `historyOf`. Without authentication, anybody who knows or guesses
   * a respondent's id can read when the respondent was asked and answered. README.md in this directory shows how to require your
   * own sign-in. @default false
   */
  history?: boolean | undefined;
  /** Returns true when the publishable key is valid; `undefined` means no key. @default accepts every key and requests without a key */
  isKnownKey?: ((key: string | undefined) => boolean) | undefined;
  /** Rate limit: returns the seconds that this sender must wait, or 0 to accept the request. @default no rate limit */
  limit?: ((request: Request, key: string | undefined) => number | Promise<number>) | undefined;
  /** The maximum size of a request body in bytes. @default 65536 */
  maxRequestBytes?: number | undefined;
  /** Maximum size of one event in bytes. @default 32768 */
  maxEventBytes?: number | undefined;
  /** Receives errors that the store or the rate limit throws. The sender only receives a 503. */
  onError?: ((error: unknown) => void) | undefined;
  /** Returns the current time in milliseconds since 1970. @default Date.now */
  now?: (() => number) | undefined;
}

const TYPES = /^(text\/plain|application\/(cloudevents-batch\+|cloudevents\+)?json)\s*(;|$)/i;
/** A request asks for the history of a respondent when its query parameter `ce` has this value. `ce` names the kind of request. */
const HISTORY = 'history';
const RETRY_SECONDS = '5';

/**
 * Creates a Fetch API handler that implements the collector contract (README.md in this directory). The handler acknowledges
 * events after the store has committed them, responds to errors with problem details and CORS headers, and never sets a cookie.
 */
export const createCollector = (options: CollectorOptions): ((request: Request) => Promise<Response>) => {
  const { store, history, isAllowedOrigin, isKnownKey, limit, onError } = options;
  const { maxRequestBytes = 65_536, maxEventBytes = 32_768, now = Date.now } = options;
  const historyOf = history ? store.historyOf?.bind(store) : undefined;

  const collect = async (request: Request, query: URLSearchParams): Promise<Response> => {
    const asksHistory = query.get('ce') === HISTORY;
    const key = query.get('k') ?? undefined;
    const version = query.get('v') ?? '1';
    const origin = request.headers.get('Origin');
    if (origin !== null && isAllowedOrigin && !isAllowedOrigin(origin)) {
      return toProblem(403, 'Forbidden', `This collector accepts no requests from pages of ${origin}.`);
    }
    if (request.method !== 'POST') {
      const detail = asksHistory
        ? 'Request a history with POST, which keeps respondent ids out of URLs and logs.'
        : 'Send events with POST.';
      return toProblem(405, 'Method not allowed', detail, { Allow: 'POST, OPTIONS' });
    }
    if (isKnownKey && !isKnownKey(key))
      return toProblem(401, 'Unauthorized', 'Unknown publishable key in the query parameter k.');
    if (version !== '1')
      return toProblem(400, 'Bad request', `Unsupported protocol version ${version}; this collector speaks version 1.`);
    if (asksHistory && !historyOf) return toProblem(404, 'Not found', 'This collector does not serve histories.');
    const type = request.headers.get('Content-Type') ?? '';
    if (!TYPES.test(type)) {
      return toProblem(
        415,
        'Unsupported media type',
        'Expected Content-Type text/plain or application/cloudevents-batch+json.',
      );
    }
    const seconds = (await limit?.(request, key)) ?? 0;
    if (seconds > 0) {
      return toProblem(429, 'Too many requests', 'Send the same request again after the time in Retry-After.', {
        'Retry-After': `${Math.ceil(seconds)}`,
      });
    }

    if (asksHistory && historyOf) return answerHistory(request, historyOf, key);

    const receivedAt = now();
    let items: unknown;
    try {
      const body = await readBody(request, maxRequestBytes);
      if (body === undefined) {
        return toProblem(413, 'Content too large', `Expected a request of at most ${maxRequestBytes} bytes.`);
      }
      items = JSON.parse(body);
    } catch {
      return toProblem(400, 'Bad request', 'Expected a body of JSON in UTF-8.');
    }
    const list = Array.isArray(items) ? items : [items];
    if (list.some((item) => typeof item !== 'object' || item === null)) {
      return toProblem(400, 'Bad request', 'Expected a CloudEvents batch: an array of event objects.');
    }
    const sent = Number(query.get('t') ?? Number.NaN);
    const sentAt = Number.isFinite(sent) && sent > 0 ? sent : undefined;
    const batch = readBatch(list, { receivedAt, sentAt, key, maxEventBytes });
    if (batch.events.length > 0) await store.add(batch.events);
    return toReceipt(batch);
  };

  return async (request) => {
    const answer = async () => {
      if (request.method === 'OPTIONS') return new Response(null, { status: 204 });
      const query = new URL(request.url).searchParams;
      try {
        return await collect(request, query);
      } catch (error) {
        onError?.(error);
        const detail =
          query.get('ce') === HISTORY
            ? 'The history could not be read. Send the request again.'
            : 'The events were not stored. Send them again.';
        return toProblem(503, 'Service unavailable', detail, { 'Retry-After': RETRY_SECONDS });
      }
    };
    return withCors(await answer());
  };
};

/**
 * Responds with 204 when every event is accepted, else with 200 and a list of accepted and rejected events. Duplicates count as accepted.
 */
const toReceipt = ({ events, rejected }: Batch): Response => {
  if (rejected.length === 0) return new Response(null, { status: 204 });
  return new Response(JSON.stringify({ v: 1, accepted: events.map(({ event }) => event.id), rejected }), {
    status: 200,
    headers: { 'Content-Type': 'application/json' },
  });
};

/** Sets CORS headers on every response. Without them, browsers hide the status of an error from the page. Credentials are never allowed. */
const withCors = (response: Response): Response => {
  const { headers } = response;
  headers.set('Access-Control-Allow-Origin', '*');
  headers.set('Access-Control-Expose-Headers', 'Retry-After');
  headers.set('Cache-Control', 'no-store');
  headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
  headers.set('X-Content-Type-Options', 'nosniff');
  if (response.status === 204) {
    headers.set('Access-Control-Allow-Methods', 'POST, OPTIONS');
    headers.set('Access-Control-Allow-Headers', 'Content-Type');
    headers.set('Access-Control-Max-Age', '86400');
  }
  return response;
};
