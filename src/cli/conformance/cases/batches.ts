import type { ConformanceCase } from '../conformanceCase.ts';
import { expectStatus, expectTaken } from '../receipt.ts';

export const batchCases: readonly ConformanceCase[] = [
  {
    id: 'request.one',
    title: 'accepts a batch of one event',
    requirement: 'must',
    section: 'request',
    async run({ events, post }) {
      const batch = [events.displayed()];
      expectTaken(await post(batch), batch);
    },
  },
  {
    id: 'request.every-type',
    title: 'accepts a batch with one event of every type',
    requirement: 'must',
    section: 'request',
    async run({ events, post }) {
      const batch = events.everyType();
      expectTaken(await post(batch), batch);
    },
  },
  {
    id: 'request.fifty',
    title: 'accepts a batch of 50 events, the maximum that the SDK sends at once',
    requirement: 'must',
    section: 'request',
    async run({ events, post }) {
      const response = events.newId();
      const batch = Array.from({ length: 50 }, (_, sequence) => events.displayed({ response, sequence }));
      expectTaken(await post(batch), batch);
    },
  },
  {
    id: 'request.empty-batch',
    title: 'responds to an empty batch with a receipt or with 400, not with a server error',
    requirement: 'should',
    section: 'request',
    async run({ post }) {
      expectStatus(await post([]), 200, 202, 204, 400);
    },
  },
  {
    id: 'request.any-spelling',
    title: 'parses JSON with indentation and with every letter of a text escaped',
    requirement: 'must',
    section: 'request',
    async run({ events, send }) {
      const event = events.commented('Fast');
      const escaped = [...'Fast'].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
      const body = ` \r\n${JSON.stringify([event], undefined, '\t').replace('Fast', escaped)}\n`;
      expectTaken(await send({ body }), [event]);
    },
  },
  {
    id: 'query.foreign',
    title: 'ignores query parameters that it does not know',
    requirement: 'must',
    section: 'query',
    async run({ events, post }) {
      const batch = [events.answered()];
      expectTaken(await post(batch, { query: { utm_source: 'a&b=c', 'x[]': '1' } }), batch);
    },
  },
  {
    id: 'query.none',
    title: 'accepts a batch without the query parameters ce, v, t and n, which other CloudEvents senders do not send',
    requirement: 'should',
    section: 'query',
    async run({ events, post }) {
      const batch = [events.answered()];
      expectTaken(await post(batch, { query: { ce: undefined, v: undefined, t: undefined, n: undefined } }), batch);
    },
  },
  {
    id: 'query.many-attempts',
    title: 'accepts a batch on its thousandth attempt',
    requirement: 'must',
    section: 'query',
    async run({ events, post }) {
      const batch = [events.answered()];
      expectTaken(await post(batch, { query: { n: '1000' } }), batch);
    },
  },
  {
    id: 'query.other-version',
    title: 'refuses protocol version 2 with 400',
    requirement: 'should',
    section: 'query',
    async run({ events, post }) {
      expectStatus(await post([events.answered()], { query: { v: '2' } }), 400);
    },
  },
];
