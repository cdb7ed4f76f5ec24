import { type CaseContext, type ConformanceCase, Mismatch } from '../conformanceCase.ts';
import { expectHeader, expectStatus } from '../receipt.ts';
import type { Answer } from '../send.ts';

const ALLOW_ORIGIN = 'Access-Control-Allow-Origin';
const EXPOSE = 'Access-Control-Expose-Headers';
const words = (value: string) => value.split(',').map((word) => word.trim().toLowerCase());

/** A browser takes one value, `*` or the origin itself; two of them, from a proxy that adds its own, are as bad as none. */
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

/** Every answer that a browser reads, by what provokes it. */
const ANSWERS: Record<string, { title: string; requirement: ConformanceCase['requirement']; ask: Ask }> = {
  receipt: {
    title: 'a receipt',
    requirement: 'must',
    ask: ({ events, post }) => post([events.answered()]),
  },
  list: {
    title: 'an answer to a batch of which it rejects a part',
    requirement: 'must',
    ask: ({ events, post }) => post([events.answered(), { specversion: '1.0', id: events.newId() }]),
  },
  unreadable: { title: 'an answer to what it can not read', requirement: 'must', ask: broken },
  'too-large': {
    title: 'an answer to too large a request',
    requirement: 'must',
    ask: ({ events, post }) => post([events.sized(30_000), events.sized(30_000), events.sized(10_000)]),
  },
  'other-type': {
    title: 'an answer to a content type that it does not take',
    requirement: 'should',
    ask: ({ events, post }) => post([events.answered()], { headers: { 'Content-Type': 'application/xml' } }),
  },
  get: { title: 'an answer to GET', requirement: 'should', ask: ({ send }) => send({ method: 'GET' }) },
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
    title: 'exposes Retry-After on receipts and on errors: without it a browser hides it',
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
    title: 'lets a sandboxed frame post, whose origin is null',
    requirement: 'should',
    section: 'CORS',
    async run({ events, post }) {
      expectAllowed(await post([events.answered()], { headers: { Origin: 'null' } }), 'null');
    },
  },
  {
    id: 'cors.vary',
    title: 'says Vary: Origin where it repeats the origin: a cache may stand between',
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
    title: 'answers OPTIONS with 204 and lets the origin in',
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
    title: 'allows POST in its answer to OPTIONS',
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
    title: 'allows Content-Type in its answer to OPTIONS',
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
    title: 'lets browsers remember its answer to OPTIONS for a day',
    requirement: 'must',
    section: 'CORS',
    async run(context) {
      expectHeader(await preflight(context), 'Access-Control-Max-Age', '86400', (value) => Number(value) >= 86_400);
    },
  },
  {
    id: 'cors.no-credentials',
    title: 'never allows credentials, on none of the answers of this run',
    requirement: 'must',
    section: 'CORS',
    async run(context) {
      await askEverything(context);
      expectNever(context, 'Access-Control-Allow-Credentials');
    },
  },
  {
    id: 'cors.no-cookie',
    title: 'never sets a cookie, on none of the answers of this run',
    requirement: 'must',
    section: 'CORS',
    async run(context) {
      await askEverything(context);
      expectNever(context, 'Set-Cookie');
    },
  },
];

/** With `--only` a run may not have asked anything yet. */
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
