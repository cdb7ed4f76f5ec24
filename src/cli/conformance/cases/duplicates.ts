/** What HTTP shows of counting once: a copy is as welcome as the first. That one row is left only the store can show. */
import type { ConformanceCase } from '../conformanceCase.ts';
import { expectTaken } from '../receipt.ts';

const AT_ONCE = 10;

export const duplicateCases: readonly ConformanceCase[] = [
  {
    id: 'once.same-batch',
    title: 'acknowledges the same batch again: the first receipt may have been lost',
    requirement: 'must',
    section: 'once',
    async run({ events, post }) {
      const batch = [events.displayed(), events.answered()];
      expectTaken(await post(batch), batch);
      expectTaken(await post(batch, { query: { n: '1' } }), batch);
      expectTaken(await post(batch, { query: { n: '2' } }), batch);
    },
  },
  {
    id: 'once.twice-in-batch',
    title: 'acknowledges a batch that holds the same event twice',
    requirement: 'must',
    section: 'once',
    async run({ events, post }) {
      const [event, other] = [events.answered(), events.displayed()];
      const batch = [event, other, event];
      expectTaken(await post(batch), batch);
    },
  },
  {
    id: 'once.beside-new',
    title: 'takes new events beside a duplicate',
    requirement: 'must',
    section: 'once',
    async run({ events, post }) {
      const known = events.displayed();
      expectTaken(await post([known]), [known]);
      const batch = [events.viewed(), known, events.answered()];
      expectTaken(await post(batch), batch);
    },
  },
  {
    id: 'once.overlap',
    title: 'takes a batch that repeats half of the one before, in another order',
    requirement: 'must',
    section: 'once',
    async run({ events, post }) {
      const [a, b, c, d] = [events.displayed(), events.viewed(), events.answered(), events.completed()];
      expectTaken(await post([a, b, c]), [a, b, c]);
      expectTaken(await post([d, c, b]), [d, c, b]);
    },
  },
  {
    id: 'once.other-body',
    title: 'acknowledges a known id with another body, so that the sender stops; the first body stays',
    requirement: 'must',
    section: 'once',
    async run({ events, post }) {
      const first = events.commented('first');
      const second = events.commented('second', { id: first.id, response: first.subject });
      expectTaken(await post([first]), [first]);
      expectTaken(await post([second]), [second]);
    },
  },
  {
    id: 'once.other-source',
    title: 'takes an id that another source has used: the pair of source and id counts once',
    requirement: 'must',
    section: 'once',
    async run({ events, post }) {
      const event = events.answered();
      const elsewhere = { ...event, source: `${event.source}-elsewhere` };
      expectTaken(await post([event]), [event]);
      expectTaken(await post([elsewhere]), [elsewhere]);
      const both = [events.displayed(), events.viewed()].map((each) => ({ ...each, id: event.id, source: each.id }));
      expectTaken(await post(both), both);
    },
  },
  {
    id: 'once.other-type',
    title: 'knows an event again that comes under another content type, alone and in a batch',
    requirement: 'must',
    section: 'once',
    async run({ events, post, send }) {
      const event = events.answered();
      expectTaken(await post([event]), [event]);
      const headers = { 'Content-Type': 'application/cloudevents+json' };
      expectTaken(await send({ body: JSON.stringify(event), headers }), [event]);
    },
  },
  {
    id: 'once.at-once',
    title: `acknowledges the same batch posted ${AT_ONCE} times at once`,
    requirement: 'must',
    section: 'once',
    async run({ events, post }) {
      const batch = [events.displayed(), events.answered(), events.completed()];
      const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => post(batch)));
      for (const answer of answers) expectTaken(answer, batch);
    },
  },
  {
    id: 'once.at-once-crossed',
    title: `acknowledges the same events posted ${AT_ONCE} times at once in opposite orders, where row locks can deadlock`,
    requirement: 'must',
    section: 'once',
    async run({ events, post }) {
      const batch = Array.from({ length: 20 }, (_, sequence) => events.answered({ sequence }));
      const orders = Array.from({ length: AT_ONCE }, (_, index) => (index % 2 === 0 ? batch : [...batch].reverse()));
      const answers = await Promise.all(orders.map((each) => post(each)));
      for (const answer of answers) expectTaken(answer, batch);
    },
  },
];
