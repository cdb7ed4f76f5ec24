/** Tests over HTTP that the collector acknowledges duplicates. HTTP cannot show that the store keeps one row for each event. */
import type { ConformanceCase } from '../conformanceCase.ts';
import { expectTaken } from '../receipt.ts';

const AT_ONCE = 10;

export const duplicateCases: readonly ConformanceCase[] = [
  {
    id: 'once.same-batch',
    title: 'acknowledges a batch that it has received before, because the first receipt may have been lost',
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
    title: 'acknowledges a batch that contains the same event twice',
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
    title: 'accepts new events in a batch with a duplicate',
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
    title: 'accepts a batch that repeats events of an earlier batch in another order',
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
    title: 'acknowledges an event with a known id and another body, so that the sender stops retrying',
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
    title: 'accepts an id that another source has used, because an event is identified by source and id',
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
    title: 'acknowledges a duplicate that arrives with another content type and not in an array',
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
    title: `acknowledges the same events posted ${AT_ONCE} times at once in opposite orders, which can deadlock row locks`,
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
