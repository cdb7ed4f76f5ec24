import { answerHistory } from './answerHistory.ts';
import { toProblem } from './problem.ts';
import { type Batch, readBatch } from './readBatch.ts';
import { readBody } from './readBody.ts';
import type { EventStore } from './store.ts';

export interface CollectorOptions {
  store: EventStore;
  /** Says whether a page of this origin may post; `null` is a sandboxed frame. @default every origin */
  isAllowedOrigin?: ((origin: string) => boolean) | undefined;
  /**
   * Whether `?ce=history` is answered, if the store can: who knows or guesses a respondent's id learns when that one was asked and
   * whether they answered. README.md in this room says how to put it behind your own sign-in. @default false
   */
  history?: boolean | undefined;
  /** Says whether a publishable key is known. @default every key, and none */
  isKnownKey?: ((key: string | undefined) => boolean) | undefined;
  /** Seconds to wait for who sends too much, 0 for who may go on. @default nobody is limited */
  limit?: ((request: Request, key: string | undefined) => number | Promise<number>) | undefined;
  /** Bytes. @default 65536 */
  maxRequestBytes?: number | undefined;
  /** Bytes. @default 32768 */
  maxEventBytes?: number | undefined;
  /** Hears what the store threw; the sender only hears 503. */
  onError?: ((error: unknown) => void) | undefined;
  /** Milliseconds since 1970. @default Date.now */
  now?: (() => number) | undefined;
}

const TYPES = /^(text\/plain|application\/(cloudevents-batch\+|cloudevents\+)?json)\s*(;|$)/i;
/** What `ce` is when nothing is posted, but asked. */
const HISTORY = 'history';
const RETRY_SECONDS = '5';

/**
 * Creates a Fetch-API handler that keeps the collector contract (README.md in this room): acknowledges after the store has
 * committed, counts each `(source, id)` once, answers errors as problem details with CORS headers, never sets a cookie.
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
      return toProblem(403, 'Forbidden', `Pages of ${origin} may not post here.`);
    }
    if (request.method !== 'POST') {
      const detail = asksHistory
        ? 'A history is asked by POST: ids stay out of addresses and logs.'
        : 'Events are posted.';
      return toProblem(405, 'Method not allowed', detail, { Allow: 'POST, OPTIONS' });
    }
    if (isKnownKey && !isKnownKey(key)) return toProblem(401, 'Unauthorized', 'The publishable key (k) is not known.');
    if (version !== '1')
      return toProblem(400, 'Bad request', `Version ${version} of the wire is not spoken here, 1 is.`);
    if (asksHistory && !historyOf) return toProblem(404, 'Not found', 'This collector answers no history.');
    const type = request.headers.get('Content-Type') ?? '';
    if (!TYPES.test(type)) {
      return toProblem(415, 'Unsupported media type', 'Post text/plain or application/cloudevents-batch+json.');
    }
    const seconds = (await limit?.(request, key)) ?? 0;
    if (seconds > 0) {
      return toProblem(429, 'Too many requests', 'Wait, then send the same again.', {
        'Retry-After': `${Math.ceil(seconds)}`,
      });
    }

    if (asksHistory && historyOf) return answerHistory(request, historyOf, key);

    const receivedAt = now();
    let items: unknown;
    try {
      const body = await readBody(request, maxRequestBytes);
      if (body === undefined) {
        return toProblem(413, 'Content too large', `A request has at most ${maxRequestBytes} bytes.`);
      }
      items = JSON.parse(body);
    } catch {
      return toProblem(400, 'Bad request', 'The body is not JSON in UTF-8.');
    }
    const list = Array.isArray(items) ? items : [items];
    if (list.some((item) => typeof item !== 'object' || item === null)) {
      return toProblem(400, 'Bad request', 'The body is not a CloudEvents batch: an array of events.');
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
            ? 'The history could not be read; ask again.'
            : 'The events were not kept; send them again.';
        return toProblem(503, 'Service unavailable', detail, { 'Retry-After': RETRY_SECONDS });
      }
    };
    return withCors(await answer());
  };
};

/** 204 for a whole batch; 200 with a line for each event when any was rejected. Duplicates are accepted. */
const toReceipt = ({ events, rejected }: Batch): Response => {
  if (rejected.length === 0) return new Response(null, { status: 204 });
  return new Response(JSON.stringify({ v: 1, accepted: events.map(({ event }) => event.id), rejected }), {
    status: 200,
    headers: { 'Content-Type': 'application/json' },
  });
};

/** CORS on every answer, errors too: a browser hides the status of one without. Never credentials. */
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
