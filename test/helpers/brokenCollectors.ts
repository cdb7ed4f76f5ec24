/** Collectors that each violate the contract in one way. Most of them wrap a handler that conforms. */
import { createKeptCollector, type Handler } from './keptCollector.ts';

/** Copies a response and changes some headers. `undefined` removes a header. */
const withHeaders = (answer: Response, changes: Record<string, string | undefined>): Response => {
  const headers = new Headers(answer.headers);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) headers.delete(name);
    else headers.set(name, value);
  }
  return new Response(answer.body, { status: answer.status, headers });
};

const CORS = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'Retry-After' };
const say = (status: number, body: string | null = null, headers: Record<string, string> = {}) =>
  new Response(body, { status, headers: { ...CORS, ...headers } });

/** Returns the events in the body of a request, or `[]`. The request stays readable. */
const eventsOf = async (request: Request): Promise<{ id?: string; time?: string; data?: unknown }[]> => {
  try {
    const body: unknown = JSON.parse(await request.clone().text());
    return Array.isArray(body) ? body : [];
  } catch {
    return [];
  }
};

/** Creates a collector that changes the facts of its histories. */
const retelling = (change: (facts: Fact[]) => Fact[]) =>
  answering(async (answer, { url }) => {
    if (answer.status !== 200 || !url.includes('ce=history')) return answer;
    const { facts }: { facts: Fact[] } = await answer.clone().json();
    return say(200, JSON.stringify({ v: 1, facts: change(facts) }), { 'Cache-Control': 'no-store' });
  });
type Fact = { outcome: string; at: number };

interface BrokenCollector {
  /** How the collector violates the contract, as a sentence without its subject. */
  what: string;
  /** The ids of the cases that must fail. Other cases may fail too. */
  fails: readonly string[];
  create(): Handler;
}

/** Creates a collector that changes the responses of the conforming handler. */
const answering = (change: (answer: Response, request: Request) => Response | Promise<Response>) => () => {
  const collect = createKeptCollector();
  return async (request: Request) => change(await collect(request), request);
};

/** Creates a collector that handles some requests itself and passes the others to the conforming handler. */
const intercepting = (intercept: (request: Request) => Promise<Response | undefined>) => () => {
  const collect = createKeptCollector();
  return async (request: Request) => (await intercept(request)) ?? collect(request);
};

export const BROKEN_COLLECTORS: readonly BrokenCollector[] = [
  {
    what: 'responds to every request with 200 and an empty body, as a captive portal does',
    fails: ['acknowledge.form', 'request.one', 'errors.not-json', 'cors.preflight', 'request.get'],
    create: () => () => say(200),
  },
  {
    what: 'responds to every request with 204',
    fails: [
      'errors.not-json',
      'errors.cut',
      'errors.deep-body',
      'acknowledge.mixed',
      'limits.request-over',
      'limits.halves',
    ],
    create: () => () => say(204),
  },
  {
    what: 'responds to every request with 500',
    fails: [
      'request.one',
      'request.chunked',
      'request.expect',
      'limits.event-over-alone',
      'errors.deep-event',
      'query.foreign',
    ],
    create: () => () => new Response('Internal Server Error', { status: 500 }),
  },
  {
    what: 'acknowledges with 200 and {"ok":true}',
    fails: ['acknowledge.form', 'request.text-utf8', 'once.same-batch'],
    create: answering((answer) => (answer.status === 204 ? say(200, '{"ok":true}') : answer)),
  },
  {
    what: 'acknowledges with 202 and a body',
    fails: ['acknowledge.form'],
    create: answering((answer, { method }) =>
      answer.status === 204 && method === 'POST' ? say(202, 'queued') : answer,
    ),
  },
  {
    what: 'sends no CORS headers on errors',
    fails: ['cors.unreadable', 'cors.too-large', 'cors.other-type', 'cors.get', 'cors.expose', 'history.cors'],
    create: answering((answer) =>
      answer.status >= 400
        ? withHeaders(answer, { 'Access-Control-Allow-Origin': undefined, 'Access-Control-Expose-Headers': undefined })
        : answer,
    ),
  },
  {
    what: 'does not expose Retry-After to pages',
    fails: ['cors.expose'],
    create: answering((answer) => withHeaders(answer, { 'Access-Control-Expose-Headers': undefined })),
  },
  {
    what: 'is behind a proxy that adds a second Access-Control-Allow-Origin',
    fails: ['cors.receipt', 'cors.preflight'],
    create: answering((answer) => withHeaders(answer, { 'Access-Control-Allow-Origin': '*, *' })),
  },
  {
    what: 'allows only pages of its own origin',
    fails: ['cors.receipt', 'cors.list', 'cors.null-origin', 'cors.preflight'],
    create: answering((answer) => withHeaders(answer, { 'Access-Control-Allow-Origin': 'https://own.example' })),
  },
  {
    what: 'repeats the origin without a Vary header',
    fails: ['cors.vary'],
    create: answering((answer, request) =>
      withHeaders(answer, { 'Access-Control-Allow-Origin': request.headers.get('Origin') ?? '*' }),
    ),
  },
  {
    what: 'allows credentials',
    fails: ['cors.no-credentials'],
    create: answering((answer) => withHeaders(answer, { 'Access-Control-Allow-Credentials': 'true' })),
  },
  {
    what: 'sets a cookie',
    fails: ['cors.no-cookie'],
    create: answering((answer) => withHeaders(answer, { 'Set-Cookie': 'lb=1; Path=/' })),
  },
  {
    what: 'responds to OPTIONS with 405',
    fails: ['cors.preflight', 'cors.preflight-method', 'cors.preflight-header', 'cors.preflight-day'],
    create: intercepting(async ({ method }) => (method === 'OPTIONS' ? say(405) : undefined)),
  },
  {
    what: 'redirects every request',
    fails: ['request.no-redirect', 'request.one'],
    create: () => () => say(307, null, { Location: '/new' }),
  },
  {
    what: 'responds to duplicates with 500',
    fails: ['once.same-batch', 'once.beside-new', 'once.other-body', 'once.at-once'],
    create: () => {
      const seen = new Set<string>();
      const collect = createKeptCollector();
      return async (request) => {
        const ids = (await eventsOf(request)).map(({ id }) => `${id}`);
        const known = ids.some((id) => seen.has(id));
        for (const id of ids) seen.add(id);
        return known ? say(500, 'duplicate key value violates unique constraint') : collect(request);
      };
    },
  },
  {
    what: 'identifies events by id alone and refuses the same id from a second source',
    fails: ['once.other-source'],
    create: () => {
      const sources = new Map<string, unknown>();
      const collect = createKeptCollector();
      return async (request) => {
        for (const event of (await eventsOf(request)) as { id?: string; source?: string }[]) {
          const id = `${event.id}`;
          if (sources.has(id) && sources.get(id) !== event.source) return say(422);
          sources.set(id, event.source);
        }
        return collect(request);
      };
    },
  },
  {
    what: 'responds to a batch with an invalid event with 204',
    fails: ['acknowledge.mixed', 'acknowledge.each-once', 'acknowledge.no-source', 'acknowledge.invalid-alone'],
    create: answering((answer) => (answer.status === 200 ? say(204) : answer)),
  },
  {
    what: 'refuses a whole batch because of one invalid event',
    fails: ['acknowledge.mixed', 'acknowledge.no-id', 'acknowledge.unknown-type'],
    create: answering((answer) => (answer.status === 200 ? say(422) : answer)),
  },
  {
    what: 'does not list rejected events',
    fails: ['acknowledge.mixed', 'acknowledge.each-once'],
    create: answering(async (answer) =>
      answer.status === 200 ? say(200, JSON.stringify({ ...(await answer.json()), rejected: [] })) : answer,
    ),
  },
  {
    what: 'refuses events with unknown fields',
    fails: ['acknowledge.unknown-fields', 'strings.keys'],
    create: intercepting(async (request) =>
      /"traceparent"|"mood"|__proto__/.test(await request.clone().text()) ? say(422) : undefined,
    ),
  },
  {
    what: 'refuses events from senders whose clock is wrong',
    fails: ['time.behind', 'time.ahead', 'time.jumped', 'time.extremes'],
    create: intercepting(async (request) =>
      (await eventsOf(request)).some(({ time }) => Math.abs(Date.parse(`${time}`) - Date.now()) > 8 * 86_400_000)
        ? say(422)
        : undefined,
    ),
  },
  {
    what: 'requires the query parameter t to be a number',
    fails: ['time.no-t', 'time.strange-t'],
    create: intercepting(async ({ url, method }) =>
      method === 'POST' && !/^\d+$/.test(new URL(url).searchParams.get('t') ?? '') ? say(400) : undefined,
    ),
  },
  {
    what: 'requires the events of a response in order',
    fails: ['order.reversed'],
    create: intercepting(async (request) => {
      const sequences = (await eventsOf(request)).map(({ data }) => (data as { sequence?: number })?.sequence ?? 0);
      return sequences.some((sequence, index) => sequence < (sequences[index - 1] ?? 0)) ? say(422) : undefined;
    }),
  },
  {
    what: 'responds with 500 to text with NUL',
    fails: ['strings.nul', 'strings.everywhere'],
    create: intercepting(async (request) =>
      (await request.clone().text()).includes('\\u0000') ? say(500) : undefined,
    ),
  },
  {
    what: 'is behind a firewall that refuses text that looks like an attack',
    fails: ['strings.markup', 'strings.sql', 'strings.template'],
    create: intercepting(async (request) =>
      /<script|drop table|jndi/i.test(await request.clone().text()) ? say(403) : undefined,
    ),
  },
  {
    what: 'repeats the request URL in an HTML response',
    fails: ['strings.no-html'],
    create: answering(async (answer, request) =>
      answer.status === 405 ? say(405, decodeURIComponent(request.url), { 'Content-Type': 'text/html' }) : answer,
    ),
  },
  {
    what: 'refuses GET without an Allow header',
    fails: ['request.allow'],
    create: answering((answer) => withHeaders(answer, { Allow: undefined })),
  },
  {
    what: 'reveals a stack trace in errors and sends no problem details',
    fails: ['errors.no-inside', 'errors.problem'],
    create: answering((answer) =>
      answer.status === 400 ? say(400, String(new Error('at parse (/srv/collect.js:12:3)').message)) : answer,
    ),
  },
  {
    what: 'accepts only application/json',
    fails: ['request.text-utf8', 'request.text', 'request.batch-json', 'request.event-json'],
    create: intercepting(async (request) =>
      request.method === 'POST' && request.headers.get('Content-Type') !== 'application/json' ? say(415) : undefined,
    ),
  },
  {
    what: 'accepts requests of at most 16 KiB',
    fails: ['limits.event-32k', 'limits.request-64k', 'request.fifty'],
    create: intercepting(async (request) =>
      request.method === 'POST' && (await request.clone().text()).length > 16_384 ? say(413) : undefined,
    ),
  },
  {
    what: 'refuses a request that is too large with 400',
    fails: ['limits.request-over', 'limits.request-mib', 'history.too-large'],
    create: answering((answer) => (answer.status === 413 ? say(400) : answer)),
  },
  {
    what: 'replaces invalid UTF-8 instead of refusing it',
    fails: ['errors.not-utf8'],
    create: () => {
      const collect = createKeptCollector();
      return async (request) =>
        request.method === 'POST'
          ? collect(new Request(request.url, { method: 'POST', headers: request.headers, body: await request.text() }))
          : collect(request);
    },
  },
  {
    what: 'responds with 500 to an invalid body',
    fails: ['errors.not-json', 'errors.empty', 'errors.not-objects', 'history.unreadable'],
    create: answering((answer) => (answer.status === 400 ? say(500) : answer)),
  },
  {
    what: 'does not serve histories',
    fails: ['history.form', 'history.answered', 'history.tests', 'history.unreadable'],
    create: intercepting(async ({ url }) => (url.includes('ce=history') ? say(404) : undefined)),
  },
  {
    what: 'handles a history request as a batch',
    fails: ['history.form', 'history.answered'],
    create: intercepting(async ({ url }) =>
      url.includes('ce=history') ? say(200, '{"v":1,"accepted":[],"rejected":[]}') : undefined,
    ),
  },
  {
    what: 'returns the newest fact of a history first',
    fails: ['history.order'],
    create: retelling((facts) => facts.reverse()),
  },
  {
    what: 'uses the clocks of senders in histories',
    fails: ['history.order'],
    create: retelling((facts) => facts.map((fact, index) => ({ ...fact, at: fact.at + (index - 1) * 31_536_000_000 }))),
  },
  {
    what: 'returns only answered facts',
    fails: ['history.answered', 'history.outcomes', 'history.order'],
    create: retelling((facts) => facts.filter(({ outcome }) => outcome === 'answered')),
  },
  {
    what: 'returns an answered fact for each question',
    fails: ['history.answered'],
    create: retelling((facts) => facts.flatMap((fact) => (fact.outcome === 'answered' ? [fact, fact] : [fact]))),
  },
  {
    what: 'returns at most 100 facts',
    fails: ['history.newest'],
    create: retelling((facts) => facts.slice(-100)),
  },
  {
    what: 'returns the oldest facts when a history has too many',
    fails: ['history.newest'],
    create: retelling((facts) =>
      facts.map((fact) => ({ ...fact, at: fact.at - (facts.length > 400 ? 86_400_000 : 0) })),
    ),
  },
  {
    what: 'always includes test events in histories',
    fails: ['history.tests'],
    create: () => {
      const collect = createKeptCollector();
      return async (request) => {
        const { respondent } = request.url.includes('ce=history')
          ? await request
              .clone()
              .json()
              .catch(() => ({}))
          : {};
        if (typeof respondent !== 'string') return collect(request);
        const body = JSON.stringify({ respondent, test: true });
        return collect(new Request(request.url, { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body }));
      };
    },
  },
  {
    what: 'ignores case in respondent ids',
    fails: ['history.others'],
    create: () => createKeptCollector({ isSame: (a, b) => a.toLowerCase() === b.toLowerCase() }),
  },
  {
    what: 'compares only the start of respondent ids',
    fails: ['history.others', 'history.any-id'],
    create: () => createKeptCollector({ isSame: (a, b) => b.length < 100 && a.startsWith(b.slice(0, 30)) }),
  },
  {
    what: 'lets caches store histories',
    fails: ['history.no-store'],
    create: answering((answer) => withHeaders(answer, { 'Cache-Control': 'private, max-age=60' })),
  },
  {
    what: 'serves histories to GET',
    fails: ['history.get'],
    create: intercepting(async ({ method, url }) =>
      method === 'GET' && url.includes('ce=history') ? say(200, '{"v":1,"facts":[]}') : undefined,
    ),
  },
];
