/** Collectors that break the contract in one way each, over a handler that keeps it. */
import { createKeptCollector, type Handler } from './keptCollector.ts';

/** Answers as before, with some headers set or, where `undefined`, taken away. */
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

/** The events of a body, `[]` when there are none; the request stays readable. */
const eventsOf = async (request: Request): Promise<{ id?: string; time?: string; data?: unknown }[]> => {
  try {
    const body: unknown = JSON.parse(await request.clone().text());
    return Array.isArray(body) ? body : [];
  } catch {
    return [];
  }
};

/** Changes what a history tells. */
const retelling = (change: (facts: Fact[]) => Fact[]) =>
  answering(async (answer, { url }) => {
    if (answer.status !== 200 || !url.includes('ce=history')) return answer;
    const { facts }: { facts: Fact[] } = await answer.clone().json();
    return say(200, JSON.stringify({ v: 1, facts: change(facts) }), { 'Cache-Control': 'no-store' });
  });
type Fact = { outcome: string; at: number };

export interface BrokenCollector {
  /** What it does wrong. */
  what: string;
  /** The cases that have to fail; others may, too. */
  fails: readonly string[];
  create(): Handler;
}

const answering = (change: (answer: Response, request: Request) => Response | Promise<Response>) => () => {
  const collect = createKeptCollector();
  return async (request: Request) => change(await collect(request), request);
};

/** Does something else with some requests and leaves the others to the handler. */
const intercepting = (intercept: (request: Request) => Promise<Response | undefined>) => () => {
  const collect = createKeptCollector();
  return async (request: Request) => (await intercept(request)) ?? collect(request);
};

export const BROKEN_COLLECTORS: readonly BrokenCollector[] = [
  {
    what: 'says 200 and nothing to everything, as a captive portal does',
    fails: ['acknowledge.form', 'request.one', 'errors.not-json', 'cors.preflight', 'request.get'],
    create: () => () => say(200),
  },
  {
    what: 'says 204 to everything and reads nothing',
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
    what: 'is down',
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
    what: 'says 200 {"ok":true} for a receipt',
    fails: ['acknowledge.form', 'request.text-utf8', 'once.same-batch'],
    create: answering((answer) => (answer.status === 204 ? say(200, '{"ok":true}') : answer)),
  },
  {
    what: 'has a body in its 202',
    fails: ['acknowledge.form'],
    create: answering((answer, { method }) =>
      answer.status === 204 && method === 'POST' ? say(202, 'queued') : answer,
    ),
  },
  {
    what: 'has no CORS headers on errors',
    fails: ['cors.unreadable', 'cors.too-large', 'cors.other-type', 'cors.get', 'cors.expose', 'history.cors'],
    create: answering((answer) =>
      answer.status >= 400
        ? withHeaders(answer, { 'Access-Control-Allow-Origin': undefined, 'Access-Control-Expose-Headers': undefined })
        : answer,
    ),
  },
  {
    what: 'hides Retry-After from pages',
    fails: ['cors.expose'],
    create: answering((answer) => withHeaders(answer, { 'Access-Control-Expose-Headers': undefined })),
  },
  {
    what: 'stands behind a proxy that adds a second Access-Control-Allow-Origin',
    fails: ['cors.receipt', 'cors.preflight'],
    create: answering((answer) => withHeaders(answer, { 'Access-Control-Allow-Origin': '*, *' })),
  },
  {
    what: 'lets no other page in than its own',
    fails: ['cors.receipt', 'cors.list', 'cors.null-origin', 'cors.preflight'],
    create: answering((answer) => withHeaders(answer, { 'Access-Control-Allow-Origin': 'https://own.example' })),
  },
  {
    what: 'repeats the origin without saying Vary',
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
    what: 'knows no OPTIONS',
    fails: ['cors.preflight', 'cors.preflight-method', 'cors.preflight-header', 'cors.preflight-day'],
    create: intercepting(async ({ method }) => (method === 'OPTIONS' ? say(405) : undefined)),
  },
  {
    what: 'redirects to its new address',
    fails: ['request.no-redirect', 'request.one'],
    create: () => () => say(307, null, { Location: '/new' }),
  },
  {
    what: 'says 500 to duplicates',
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
    what: 'counts an id once for all sources and refuses the second',
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
    what: 'swallows an invalid event and says 204',
    fails: ['acknowledge.mixed', 'acknowledge.each-once', 'acknowledge.no-source', 'acknowledge.invalid-alone'],
    create: answering((answer) => (answer.status === 200 ? say(204) : answer)),
  },
  {
    what: 'refuses the whole batch for one invalid event',
    fails: ['acknowledge.mixed', 'acknowledge.no-id', 'acknowledge.unknown-type'],
    create: answering((answer) => (answer.status === 200 ? say(422) : answer)),
  },
  {
    what: 'leaves out of its list what it rejected',
    fails: ['acknowledge.mixed', 'acknowledge.each-once'],
    create: answering(async (answer) =>
      answer.status === 200 ? say(200, JSON.stringify({ ...(await answer.json()), rejected: [] })) : answer,
    ),
  },
  {
    what: 'refuses fields that it does not know',
    fails: ['acknowledge.unknown-fields', 'strings.keys'],
    create: intercepting(async (request) =>
      /"traceparent"|"mood"|__proto__/.test(await request.clone().text()) ? say(422) : undefined,
    ),
  },
  {
    what: 'refuses clocks that are wrong',
    fails: ['time.behind', 'time.ahead', 'time.jumped', 'time.extremes'],
    create: intercepting(async (request) =>
      (await eventsOf(request)).some(({ time }) => Math.abs(Date.parse(`${time}`) - Date.now()) > 8 * 86_400_000)
        ? say(422)
        : undefined,
    ),
  },
  {
    what: 'wants t to be a number',
    fails: ['time.no-t', 'time.strange-t'],
    create: intercepting(async ({ url, method }) =>
      method === 'POST' && !/^\d+$/.test(new URL(url).searchParams.get('t') ?? '') ? say(400) : undefined,
    ),
  },
  {
    what: 'wants the events of a response in order',
    fails: ['order.reversed'],
    create: intercepting(async (request) => {
      const sequences = (await eventsOf(request)).map(({ data }) => (data as { sequence?: number })?.sequence ?? 0);
      return sequences.some((sequence, index) => sequence < (sequences[index - 1] ?? 0)) ? say(422) : undefined;
    }),
  },
  {
    what: 'has a database that fails on NUL',
    fails: ['strings.nul', 'strings.everywhere'],
    create: intercepting(async (request) =>
      (await request.clone().text()).includes('\\u0000') ? say(500) : undefined,
    ),
  },
  {
    what: 'has a firewall that refuses what looks like an attack',
    fails: ['strings.markup', 'strings.sql', 'strings.template'],
    create: intercepting(async (request) =>
      /<script|drop table|jndi/i.test(await request.clone().text()) ? say(403) : undefined,
    ),
  },
  {
    what: 'shows what was posted on an HTML page',
    fails: ['strings.no-html'],
    create: answering(async (answer, request) =>
      answer.status === 405 ? say(405, decodeURIComponent(request.url), { 'Content-Type': 'text/html' }) : answer,
    ),
  },
  {
    what: 'refuses GET without saying what it takes',
    fails: ['request.allow'],
    create: answering((answer) => withHeaders(answer, { Allow: undefined })),
  },
  {
    what: 'shows its stack in errors, and has no problem details',
    fails: ['errors.no-inside', 'errors.problem'],
    create: answering((answer) =>
      answer.status === 400 ? say(400, String(new Error('at parse (/srv/collect.js:12:3)').message)) : answer,
    ),
  },
  {
    what: 'takes only application/json',
    fails: ['request.text-utf8', 'request.text', 'request.batch-json', 'request.event-json'],
    create: intercepting(async (request) =>
      request.method === 'POST' && request.headers.get('Content-Type') !== 'application/json' ? say(415) : undefined,
    ),
  },
  {
    what: 'takes no more than 16 KiB',
    fails: ['limits.event-32k', 'limits.request-64k', 'request.fifty'],
    create: intercepting(async (request) =>
      request.method === 'POST' && (await request.clone().text()).length > 16_384 ? say(413) : undefined,
    ),
  },
  {
    what: 'says 400 to too much',
    fails: ['limits.request-over', 'limits.request-mib', 'history.too-large'],
    create: answering((answer) => (answer.status === 413 ? say(400) : answer)),
  },
  {
    what: 'reads bytes that are not UTF-8 as something else',
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
    what: 'says 500 to what it can not read',
    fails: ['errors.not-json', 'errors.empty', 'errors.not-objects', 'history.unreadable'],
    create: answering((answer) => (answer.status === 400 ? say(500) : answer)),
  },
  {
    what: 'has no history',
    fails: ['history.form', 'history.answered', 'history.tests', 'history.unreadable'],
    create: intercepting(async ({ url }) => (url.includes('ce=history') ? say(404) : undefined)),
  },
  {
    what: 'takes a question for a batch',
    fails: ['history.form', 'history.answered'],
    create: intercepting(async ({ url }) =>
      url.includes('ce=history') ? say(200, '{"v":1,"accepted":[],"rejected":[]}') : undefined,
    ),
  },
  {
    what: 'tells the newest first',
    fails: ['history.order'],
    create: retelling((facts) => facts.reverse()),
  },
  {
    what: 'tells by the clocks of senders',
    fails: ['history.order'],
    create: retelling((facts) => facts.map((fact, index) => ({ ...fact, at: fact.at + (index - 1) * 31_536_000_000 }))),
  },
  {
    what: 'tells of answers and of nothing else',
    fails: ['history.answered', 'history.outcomes', 'history.order'],
    create: retelling((facts) => facts.filter(({ outcome }) => outcome === 'answered')),
  },
  {
    what: 'tells of an answer for each question',
    fails: ['history.answered'],
    create: retelling((facts) => facts.flatMap((fact) => (fact.outcome === 'answered' ? [fact, fact] : [fact]))),
  },
  {
    what: 'tells a hundred facts at most',
    fails: ['history.newest'],
    create: retelling((facts) => facts.slice(-100)),
  },
  {
    what: 'tells the oldest where there are too many',
    fails: ['history.newest'],
    create: retelling((facts) =>
      facts.map((fact) => ({ ...fact, at: fact.at - (facts.length > 400 ? 86_400_000 : 0) })),
    ),
  },
  {
    what: 'tells of tests whoever asks',
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
    what: 'knows respondents without regard to case',
    fails: ['history.others'],
    create: () => createKeptCollector({ isSame: (a, b) => a.toLowerCase() === b.toLowerCase() }),
  },
  {
    what: 'knows respondents by the beginning of a long id',
    fails: ['history.others', 'history.any-id'],
    create: () => createKeptCollector({ isSame: (a, b) => b.length < 100 && a.startsWith(b.slice(0, 30)) }),
  },
  {
    what: 'lets its history be kept by caches',
    fails: ['history.no-store'],
    create: answering((answer) => withHeaders(answer, { 'Cache-Control': 'private, max-age=60' })),
  },
  {
    what: 'tells a history to GET',
    fails: ['history.get'],
    create: intercepting(async ({ method, url }) =>
      method === 'GET' && url.includes('ce=history') ? say(200, '{"v":1,"facts":[]}') : undefined,
    ),
  },
];
