import { type CaseContext, type ConformanceCase, Mismatch } from '../conformanceCase.ts';
import { expectHeader, expectStatus } from '../receipt.ts';
import type { Answer } from '../send.ts';

const ALLOW_ORIGIN = 'Access-Control-Allow-Origin';
const EXPOSE = 'Access-Control-Expose-Headers';
const words = (value: string) => value.split(',').map((word) => word.trim().toLowerCase());

/**
 * Checks `Access-Control-Allow-Origin`. Browsers accept exactly one value: `*` or the origin. A proxy that adds a second value makes the
 * header invalid.
 */
const expectAllowed = (answer: Answer, origin: string) =>
  expectHeader(answer, ALLOW_ORIGIN, `* or ${origin}`, (value) => value === '*' || value === origin);

const expectExposed = (answer: Answer) =>
  expectHeader(answer, EXPOSE, 'Retry-After', (value) =>
    words(value).some((word) => ['retry-after', '*'].includes(word)),
  );

export const preflight = ({ send, origin }: CaseContext): Promise<Answer> =>
  send({
    method: 'OPTIONS',
    headers: {
      Origin: origin,
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'content-type',
    },
  });

const broken = (context: CaseContext) => context.send({ body: '[{' });

/** The kinds of responses that a page must be able to read, each with the request that causes it. */
const ANSWERS: Record<string, { title: string; requirement: ConformanceCase['requirement']; ask: Ask }> = {
  receipt: {
    title: 'a receipt',
    requirement: 'must',
    ask: ({ events, post }) => post([events.answered()]),
  },
  list: {
    title: 'the response to a batch with an invalid event',
    requirement: 'must',
    ask: ({ events, post }) => post([events.answered(), { specversion: '1.0', id: events.newId() }]),
  },
  unreadable: { title: 'the response to an invalid body', requirement: 'must', ask: broken },
  'too-large': {
    title: 'the response to a request that is too large',
    requirement: 'must',
    ask: ({ events, post }) => post([events.sized(30_000), events.sized(30_000), events.sized(10_000)]),
  },
  'other-type': {
    title: 'the response to an unsupported content type',
    requirement: 'should',
    ask: ({ events, post }) => post([events.answered()], { headers: { 'Content-Type': 'application/xml' } }),
  },
  get: { title: 'the response to GET', requirement: 'should', ask: ({ send }) => send({ method: 'GET' }) },
};
type Ask = (context: CaseContext) => Promise<Answer>;

export const corsCases: readonly ConformanceCase[] = [
  ...Object.entries(ANSWERS).map(
    ([what, { title, requirement, ask }]): ConformanceCase => ({
      id: `cors.${what}`,
      title: `lets a page of another origin read ${title}`,
      requirement,
      section: 'CORS',
      async run(context) {
        expectAllowed(await ask(context), context.origin);
      },
    }),
  ),
  {
    id: 'cors.expose',
    title: 'exposes Retry-After on receipts and on errors, so that pages can read it',
    requirement: 'must',
    section: 'CORS',
    async run(context) {
      for (const what of ['receipt', 'unreadable', 'too-large'] as const) {
        const answer = await ANSWERS[what]?.ask(context);
        if (answer) expectExposed(answer);
      }
    },
  },
  {
    id: 'cors.null-origin',
    title: 'lets a sandboxed frame, whose origin is null, read the response',
    requirement: 'should',
    section: 'CORS',
    async run({ events, post }) {
      expectAllowed(await post([events.answered()], { headers: { Origin: 'null' } }), 'null');
    },
  },
  {
    id: 'cors.vary',
    title:
      'sends Vary: Origin when Access-Control-Allow-Origin repeats the origin, because a cache may store the response',
    requirement: 'should',
    section: 'CORS',
    async run(context) {
      const answer = await preflight(context);
      if (answer.header(ALLOW_ORIGIN) !== context.origin) return;
      expectHeader(answer, 'Vary', 'Origin', (value) => words(value).some((word) => ['origin', '*'].includes(word)));
    },
  },
  {
    id: 'cors.preflight',
    title: 'responds to a preflight (OPTIONS) with 204 and allows the origin',
    requirement: 'must',
    section: 'CORS',
    async run(context) {
      const answer = await preflight(context);
      expectStatus(answer, 204);
      expectAllowed(answer, context.origin);
    },
  },
  {
    id: 'cors.preflight-method',
    title: 'allows POST in its response to a preflight',
    requirement: 'must',
    section: 'CORS',
    async run(context) {
      expectHeader(await preflight(context), 'Access-Control-Allow-Methods', 'POST', (value) =>
        words(value).some((word) => ['post', '*'].includes(word)),
      );
    },
  },
  {
    id: 'cors.preflight-header',
    title: 'allows Content-Type in its response to a preflight',
    requirement: 'must',
    section: 'CORS',
    async run(context) {
      expectHeader(await preflight(context), 'Access-Control-Allow-Headers', 'Content-Type', (value) =>
        words(value).some((word) => ['content-type', '*'].includes(word)),
      );
    },
  },
  {
    id: 'cors.preflight-day',
    title: 'lets browsers cache the response to a preflight for a day',
    requirement: 'must',
    section: 'CORS',
    async run(context) {
      expectHeader(await preflight(context), 'Access-Control-Max-Age', '86400', (value) => Number(value) >= 86_400);
    },
  },
  {
    id: 'cors.no-credentials',
    title: 'allows credentials on no response of this run',
    requirement: 'must',
    section: 'CORS',
    async run(context) {
      await askEverything(context);
      expectNever(context, 'Access-Control-Allow-Credentials');
    },
  },
  {
    id: 'cors.no-cookie',
    title: 'sets no cookie on any response of this run',
    requirement: 'must',
    section: 'CORS',
    async run(context) {
      await askEverything(context);
      expectNever(context, 'Set-Cookie');
    },
  },
];

/**
 * Sends one request for each kind of response. Cases that inspect all responses call this function, because `--only` may have skipped the
 * other cases.
 */
export const askEverything = async (context: CaseContext): Promise<void> => {
  await preflight(context);
  for (const { ask } of Object.values(ANSWERS)) await ask(context);
};

const expectNever = ({ exchanges }: CaseContext, name: string): void => {
  for (const { answer, plan } of exchanges) {
    const value = answer?.header(name);
    if (answer && value !== undefined) {
      throw new Mismatch(`no ${name}`, `${answer.status} to ${plan.method ?? 'POST'} with ${name}: ${value}`);
    }
  }
};
