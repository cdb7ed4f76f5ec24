import type { ConformanceCase } from '../conformanceCase.ts';
import { expectTaken } from '../receipt.ts';

export const orderCases: readonly ConformanceCase[] = [
  {
    id: 'order.reversed',
    title: 'accepts the events of one response in reverse order',
    requirement: 'must',
    section: 'order',
    async run({ events, post }) {
      const batch = events.everyType().reverse();
      expectTaken(await post(batch), batch);
    },
  },
  {
    id: 'order.completed-first',
    title: 'accepts survey.completed before survey.displayed',
    requirement: 'must',
    section: 'order',
    async run({ events, post }) {
      const response = events.newId();
      const completed = events.completed({ response, sequence: 3 });
      expectTaken(await post([completed]), [completed]);
      const displayed = events.displayed({ response, sequence: 0 });
      expectTaken(await post([displayed]), [displayed]);
    },
  },
  {
    id: 'order.gap',
    title: 'accepts the events of a response with gaps in the sequence',
    requirement: 'must',
    section: 'order',
    async run({ events, post }) {
      const response = events.newId();
      for (const sequence of [0, 7, 3]) {
        const batch = [events.answered({ response, sequence })];
        expectTaken(await post(batch), batch);
      }
    },
  },
  {
    id: 'order.same-sequence',
    title: 'accepts two events with the same sequence, which two tabs can assign',
    requirement: 'must',
    section: 'order',
    async run({ events, post }) {
      const response = events.newId();
      const batch = [events.answered({ response, sequence: 1 }), events.answered({ response, sequence: 1 })];
      expectTaken(await post(batch), batch);
    },
  },
];
