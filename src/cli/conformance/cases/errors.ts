import { type ConformanceCase, Mismatch } from '../conformanceCase.ts';
import { expectHeader, expectStatus, expectTaken, readReceipt, toWords } from '../receipt.ts';
import { type Answer, NoAnswer } from '../send.ts';

const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

interface BodyRow {
  what: string;
  title: string;
  body: string | Uint8Array;
}

const UNREADABLE: readonly BodyRow[] = [
  { what: 'not-json', title: 'refuses a body that is not JSON with 400', body: 'id=1&score=9' },
  { what: 'empty', title: 'refuses an empty body with 400', body: '' },
  { what: 'half', title: 'refuses half a batch with 400', body: '[{"specversion":"1.0","id":"scorelet-conf' },
  { what: 'two', title: 'refuses two batches in one body with 400', body: '[][]' },
  { what: 'text', title: 'refuses a JSON string with 400', body: '"[]"' },
  { what: 'number', title: 'refuses a JSON number with 400', body: '9' },
  { what: 'null', title: 'refuses null with 400', body: 'null' },
  {
    what: 'not-utf8',
    title: 'refuses a body that is not UTF-8 with 400, so that no garbled text is stored',
    body: Buffer.concat([Buffer.from('[{"id":"'), Buffer.from([0xff, 0xc3, 0x28]), Buffer.from('"}]')]),
  },
];

/** @throws Mismatch when the response acknowledges an event, or when it would make the SDK retry the request for ever */
const expectUnread = (answer: Answer): void => {
  const receipt = readReceipt(answer);
  const unread = receipt.kind === 'list' ? receipt.accepted.length === 0 : [400, 413, 422].includes(answer.status);
  if (!unread) throw new Mismatch('400, 413 or 422, or 200 with an empty "accepted"', toWords(answer));
};

export const errorCases: readonly ConformanceCase[] = [
  ...UNREADABLE.map(
    ({ what, title, body }): ConformanceCase => ({
      id: `errors.${what}`,
      title,
      requirement: 'must',
      section: 'errors',
      async run({ send }) {
        expectStatus(await send({ body }), 400);
      },
    }),
  ),
  {
    id: 'errors.not-objects',
    title: 'accepts no event from an array of items that are not objects',
    requirement: 'must',
    section: 'errors',
    async run({ send }) {
      for (const body of ['[1]', '["a"]', '[null]', '[[]]', '[true]']) expectUnread(await send({ body }));
    },
  },
  {
    id: 'errors.deep-body',
    title: 'refuses a body of 30 000 nested arrays and accepts the next batch',
    requirement: 'must',
    section: 'errors',
    async run({ events, post, send }) {
      expectUnread(await send({ body: deep(30_000) }));
      const batch = [events.answered()];
      expectTaken(await post(batch), batch);
    },
  },
  {
    id: 'errors.deep-event',
    title: 'responds to an event with 10 000 nested arrays with 400, or accepts the other event of the batch',
    requirement: 'must',
    section: 'errors',
    async run({ events, send }) {
      const [good, event] = [events.displayed(), events.answered()];
      const body = JSON.stringify([good, event]).replace(/"data":\{(?!.*"data":\{)/, `"data":{"deep":${deep(10_000)},`);
      const answer = await send({ body });
      if (![400, 422].includes(answer.status)) expectTaken(answer, [good]);
    },
  },
  {
    id: 'errors.cut',
    title: 'acknowledges no event of a request that ends in the middle of its body',
    requirement: 'must',
    section: 'errors',
    async run({ events, send }) {
      try {
        // The first half of the request body is valid JSON; the second half is spaces.
        const half = JSON.stringify([events.answered()]);
        const answer = await send({ body: half.padEnd(half.length * 2), framing: 'cut', timeoutMs: 2_000 });
        if (readReceipt(answer).kind !== 'none') throw new Mismatch('no receipt', toWords(answer));
      } catch (error) {
        // When no response arrives, the collector has not acknowledged the event either.
        if (!(error instanceof NoAnswer)) throw error;
      }
    },
  },
  {
    id: 'errors.problem',
    title: 'describes an error with problem details (RFC 9457)',
    requirement: 'should',
    section: 'errors',
    async run({ send }) {
      const answer = await send({ body: '[{' });
      expectStatus(answer, 400);
      expectHeader(answer, 'Content-Type', 'application/problem+json', (type) =>
        /^application\/problem\+json\b/i.test(type),
      );
      let title: unknown;
      try {
        ({ title } = JSON.parse(answer.text));
      } catch {
        // The check of the problem's `title` below reports invalid JSON.
      }
      if (typeof title !== 'string') throw new Mismatch('a JSON object with a title', toWords(answer));
    },
  },
  {
    id: 'errors.no-inside',
    title: 'reveals no stack trace, no file name and no SQL in an error',
    requirement: 'should',
    section: 'errors',
    async run({ exchanges, send }) {
      await send({ body: '[{' });
      await send({ body: '[{"id":{"a":1}}]' });
      for (const { answer } of exchanges) {
        const inside = /\bat .{0,120}:\d+:\d+|Traceback \(|node_modules|insert into \w|syntax error at or near/i;
        if (answer && answer.status >= 400 && inside.test(answer.text)) {
          throw new Mismatch('an error without a stack, a file name or SQL', toWords(answer));
        }
      }
    },
  },
];
