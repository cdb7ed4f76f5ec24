import { type ConformanceCase, Mismatch } from '../conformanceCase.ts';
import { expectHeader, expectStatus, expectTaken, toWords } from '../receipt.ts';
import { askEverything } from './cors.ts';

const ANSWER_MS = 5_000;

export const httpCases: readonly ConformanceCase[] = [
  {
    id: 'request.get',
    title: 'refuses GET with 405 or 404',
    requirement: 'must',
    section: 'errors',
    async run({ send }) {
      expectStatus(await send({ method: 'GET' }), 405, 404);
    },
  },
  {
    id: 'request.allow',
    title: 'lists POST in the Allow header of a 405',
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
    title: 'refuses HEAD with 405 or 404',
    requirement: 'should',
    section: 'errors',
    async run({ send }) {
      expectStatus(await send({ method: 'HEAD' }), 405, 404);
    },
  },
  {
    id: 'request.put',
    title: 'refuses PUT with 405 or 404',
    requirement: 'should',
    section: 'errors',
    async run({ events, send }) {
      expectStatus(await send({ method: 'PUT', body: JSON.stringify([events.answered()]) }), 405, 404);
    },
  },
  {
    id: 'request.expect',
    title: 'accepts a batch that waits for 100 Continue',
    requirement: 'should',
    section: 'request',
    async run({ events, post }) {
      const batch = [events.answered()];
      expectTaken(await post(batch, { framing: 'expect' }), batch);
    },
  },
  {
    id: 'request.chunked',
    title: 'accepts a batch in chunks, without a Content-Length',
    requirement: 'should',
    section: 'request',
    async run({ events, post }) {
      const batch = [events.commented('é😀'.repeat(200))];
      expectTaken(await post(batch, { framing: 'chunked' }), batch);
    },
  },
  {
    id: 'request.one-connection',
    title: 'responds to each of several requests on one connection, including refused requests',
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
    title: 'accepts a batch without an Origin header, which servers do not send',
    requirement: 'should',
    section: 'request',
    async run({ events, post }) {
      const batch = [events.answered()];
      expectTaken(await post(batch, { headers: { Origin: undefined } }), batch);
    },
  },
  {
    id: 'request.in-time',
    title: `responds to every request of this run within ${ANSWER_MS / 1000} s`,
    requirement: 'must',
    section: 'request',
    async run(context) {
      await askEverything(context);
      const slowest = Math.max(...context.exchanges.map(({ answer }) => answer?.ms ?? 0));
      if (slowest > ANSWER_MS)
        throw new Mismatch(`every response within ${ANSWER_MS} ms`, `${slowest} ms for the slowest`);
    },
  },
  {
    id: 'request.no-redirect',
    title: 'redirects no request of this run, because the SDK does not follow redirects',
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
