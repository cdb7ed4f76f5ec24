import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../examples/collector/database.ts';
import { createEventStore } from '../../examples/collector/eventStore.ts';
import { createCollector } from '../../src/collector/index.ts';
import { answered, displayed } from './referenceEvents.ts';

let database: Database;
beforeAll(async () => {
  database = await openDatabase();
}, 60_000);
afterAll(() => database.close());
beforeEach(async () => {
  await database.query('delete from events');
});

const rows = () =>
  database.query<{ id: string; json: string; data: { answer?: { score?: number } } }>(
    'select id, json, data from events order by id',
  );

describe('the reference event store', () => {
  it('keeps the first body of an id and reports the second as a duplicate', async () => {
    const store = createEventStore(database);
    const first = answered(9, { response: 'r1', id: 'same' });
    expect(await store.add([first])).toEqual({ duplicates: [] });
    expect(await store.add([answered(1, { response: 'r1', id: 'same' })])).toEqual({ duplicates: ['same'] });
    const kept = await rows();
    expect(kept).toHaveLength(1);
    expect(kept[0]?.json).toBe(first.json);
    expect(kept[0]?.data.answer?.score).toBe(9);
  });

  it('stores an id once for each source', async () => {
    const store = createEventStore(database);
    await store.add([answered(9, { response: 'r1', id: 'same' })]);
    await store.add([answered(9, { response: 'r1', id: 'same', survey: 'other' })]);
    expect(await rows()).toHaveLength(2);
  });

  it('stores the other events of a batch with a duplicate', async () => {
    const store = createEventStore(database);
    await store.add([displayed({ response: 'r1', id: 'a' })]);
    await store.add([displayed({ response: 'r1', id: 'a' }), answered(9, { response: 'r1', id: 'b' })]);
    expect((await rows()).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('stores all events of a batch or none', async () => {
    const store = createEventStore(database);
    const broken = { ...displayed({ response: 'r1' }), receivedAt: Number.NaN };
    await expect(store.add([displayed({ response: 'r1' }), broken])).rejects.toThrow();
    expect(await rows()).toEqual([]);
  });

  it('replaces characters that PostgreSQL refuses with U+FFFD', async () => {
    const store = createEventStore(database);
    const hostile = answered('NUL \0 and half \ud83d of a pair, whole 😀', { response: 'r1', id: 'x' });
    await store.add([hostile]);
    const [kept] = await database.query<{ text: string }>("select data #>> '{answer,text}' as text from events");
    expect(kept?.text).toBe('NUL \ufffd and half \ufffd of a pair, whole 😀');
  });

  it('limits the time of an event to the time of its arrival', async () => {
    const store = createEventStore(database);
    const event = displayed({ response: 'r1' });
    await store.add([{ ...event, occurredAt: event.receivedAt + 86_400_000 }]);
    await store.add([{ ...displayed({ response: 'r2' }), occurredAt: -1e15 }]);
    const times = await database.query<{ ok: boolean }>('select occurred_at <= received_at as ok from events');
    expect(times.map(({ ok }) => ok)).toEqual([true, true]);
  });
});

describe('a receipt of the reference collector', () => {
  const request = (...events: unknown[]) =>
    new Request('https://collector.example/collect', {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain' },
      body: JSON.stringify(events),
    });

  it('is sent only after the commit', async () => {
    const order: string[] = [];
    const { event } = answered(9, { response: 'r1' });
    const slow: Database = {
      ...database,
      transaction: async (work) => {
        const result = await database.transaction(work);
        await new Promise((resolve) => setTimeout(resolve, 50));
        order.push('committed');
        return result;
      },
    };
    const store = createEventStore(slow, { onCommit: () => order.push('told') });
    const response = await createCollector({ store })(request(event));
    order.push(`answered ${response.status}`);
    expect(order).toEqual(['committed', 'told', 'answered 204']);
    expect(await rows()).toHaveLength(1);
  });

  it('is replaced by a 503 with Retry-After when the commit fails', async () => {
    const failing: Database = { ...database, transaction: () => Promise.reject(new Error('disk full')) };
    let told = 0;
    const store = createEventStore(failing, { onCommit: () => told++ });
    const response = await createCollector({ store })(request(answered(9, { response: 'r1' }).event));
    expect(response.status).toBe(503);
    expect(response.headers.get('Retry-After')).toBe('5');
    expect(told).toBe(0);
  });
});
