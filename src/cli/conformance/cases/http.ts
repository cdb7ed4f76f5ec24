import { type ConformanceCase, Mismatch } from '../conformanceCase.ts';
import { expectHeader, expectStatus, expectTaken, toWords } from '../receipt.ts';
import { askEverything } from './cors.ts';

const ANSWER_MS = 5_000;

export const httpCases: readonly ConformanceCase[] = [
  {
    id: 'request.get',
    title: 'refuses GET with 405, or knows no such page',
    requirement: 'must',
    section: 'errors',
    async run({ send }) {
      expectStatus(await send({ method: 'GET' }), 405, 404);
    },
  },
  {
    id: 'request.allow',
    title: 'says on a 405 that POST is allowed',
    requirement: 'should',
    section: 'errors',
    async run({ send }) {
      const answer = await send({ method: 'GET' });
      if (answer.status !== 405) return;
      expectHeader(answer, 'Allow', 'POST, OPTIONS', (value) => /\bPOST\b/.test(value));
    },
  },
  {
    id: 'request.head',
    title: 'answers HEAD as GET, without a body',
    requirement: 'should',
    section: 'errors',
    async run({ send }) {
      expectStatus(await send({ method: 'HEAD' }), 405, 404);
    },
  },
  {
    id: 'request.put',
    title: 'takes nothing by PUT',
    requirement: 'should',
    section: 'errors',
    async run({ events, send }) {
      expectStatus(await send({ method: 'PUT', body: JSON.stringify([events.answered()]) }), 405, 404);
    },
  },
  {
    id: 'request.expect',
    title: 'takes a batch that waits for 100 Continue',
    requirement: 'should',
    section: 'request',
    async run({ events, post }) {
      const batch = [events.answered()];
      expectTaken(await post(batch, { framing: 'expect' }), batch);
    },
  },
  {
    id: 'request.chunked',
    title: 'takes a batch in chunks, without a Content-Length',
    requirement: 'should',
    section: 'request',
    async run({ events, post }) {
      const batch = [events.commented('é😀'.repeat(200))];
      expectTaken(await post(batch, { framing: 'chunked' }), batch);
    },
  },
  {
    id: 'request.one-connection',
    title: 'answers several requests on one connection, each with its own answer, refused ones among them',
    requirement: 'must',
    section: 'request',
    async run({ connect, events, post, send }) {
      const connection = connect();
      try {
        const good = events.answered();
        const large = Array.from({ length: 3 }, () => events.sized(30_000));
        expectTaken(await post([good], { connection }), [good]);
        expectStatus(await send({ body: '[{', connection }), 400);
        expectTaken(await post([good], { connection }), [good]);
        expectStatus(await post(large, { connection }), 413);
        expectTaken(await post([good], { connection }), [good]);
        await send({ method: 'GET', connection });
        expectTaken(await post([good], { connection }), [good]);
      } finally {
        connection.close();
      }
    },
  },
  {
    id: 'request.no-origin',
    title: 'takes a batch without an Origin: a server posts too',
    requirement: 'should',
    section: 'request',
    async run({ events, post }) {
      const batch = [events.answered()];
      expectTaken(await post(batch, { headers: { Origin: undefined } }), batch);
    },
  },
  {
    id: 'request.in-time',
    title: `answers within ${ANSWER_MS / 1000} s, every time in this run`,
    requirement: 'must',
    section: 'request',
    async run(context) {
      await askEverything(context);
      const slowest = Math.max(...context.exchanges.map(({ answer }) => answer?.ms ?? 0));
      if (slowest > ANSWER_MS) throw new Mismatch(`an answer within ${ANSWER_MS} ms`, `${slowest} ms for the slowest`);
    },
  },
  {
    id: 'request.no-redirect',
    title: 'never redirects, on none of the answers of this run: the SDK does not follow',
    requirement: 'must',
    section: 'request',
    async run(context) {
      await askEverything(context);
      const redirect = context.exchanges.find(({ answer }) => answer && answer.status >= 300 && answer.status < 400);
      if (redirect?.answer) {
        const to = redirect.answer.header('Location');
        throw new Mismatch('no 3xx', `${toWords(redirect.answer)}${to ? ` to ${to}` : ''}`);
      }
    },
  },
];
