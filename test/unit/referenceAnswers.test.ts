import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../examples/collector/database.ts';
import { createEventStore } from '../../examples/collector/eventStore.ts';
import type { EventStore } from '../../src/collector/index.ts';
import { addInOrder, answered, completed, wholeResponse } from './referenceEvents.ts';

let database: Database;
let store: EventStore;
beforeAll(async () => {
  database = await openDatabase();
  store = createEventStore(database);
}, 60_000);
afterAll(() => database.close());
beforeEach(async () => {
  await database.query('delete from events');
});

const finals = () =>
  database.query<{ question_id: string; score: number | null; text: string | null }>(
    'select question_id, score, text from final_answers order by response_id, question_id',
  );
const scores = async () => (await finals()).map(({ score }) => score);

describe('the final answer', () => {
  it('is what was said last while the survey is open', async () => {
    await addInOrder(store, [
      answered(3, { response: 'r1', sequence: 2 }),
      answered(7, { response: 'r1', sequence: 4 }),
      answered(5, { response: 'r1', sequence: 3 }),
    ]);
    expect(await scores()).toEqual([7]);
  });

  it('is what the completed survey says, whatever its parts said', async () => {
    await addInOrder(store, [
      answered(3, { response: 'r1', sequence: 2 }),
      completed([8], { response: 'r1', sequence: 5 }),
    ]);
    expect(await scores()).toEqual([8]);
  });

  it('is not changed by a part that arrives late', async () => {
    await addInOrder(store, [
      completed([8], { response: 'r1', sequence: 5 }),
      answered(3, { response: 'r1', sequence: 2 }),
    ]);
    expect(await scores()).toEqual([8]);
  });

  it('is not changed by a part that was said after the end, of a new question or an old one', async () => {
    await addInOrder(store, [
      completed([8], { response: 'r1', sequence: 5 }),
      answered(3, { response: 'r1', sequence: 6 }),
      answered('too late', { response: 'r1', sequence: 7 }),
    ]);
    expect(await finals()).toEqual([{ question_id: 'nps', score: 8, text: null }]);
  });

  it('keeps an earlier answer that the completed survey does not repeat', async () => {
    await addInOrder(store, [
      answered('before a reload', { response: 'r1', sequence: 3 }),
      completed([8], { response: 'r1', sequence: 5 }),
    ]);
    expect(await finals()).toEqual([
      { question_id: 'comment', score: null, text: 'before a reload' },
      { question_id: 'nps', score: 8, text: null },
    ]);
  });

  it('may be 0', async () => {
    await store.add(wholeResponse([0], { response: 'r1' }));
    expect(await scores()).toEqual([0]);
  });

  it('is one when two tabs answer the same response, the same one whatever came first', async () => {
    const left = answered(2, { response: 'r1', sequence: 2, at: '2026-03-10T12:00:00Z' });
    const right = answered(9, { response: 'r1', sequence: 2, at: '2026-03-10T12:00:05Z' });
    await addInOrder(store, [left, right]);
    expect(await scores()).toEqual([9]);
    await database.query('delete from events');
    await addInOrder(store, [right, left]);
    expect(await scores()).toEqual([9]);
  });

  it('is what a completed survey says even when a second tab went on and completed without that question', async () => {
    await addInOrder(store, [
      completed([8], { response: 'r1', sequence: 3 }),
      answered(2, { response: 'r1', sequence: 5 }),
      completed(['only words'], { response: 'r1', sequence: 6 }),
    ]);
    expect((await finals()).map(({ score, text }) => score ?? text)).toEqual(['only words', 8]);
  });

  it('is one for each of two tabs with a response of their own', async () => {
    await store.add([answered(2, { response: 'r1' }), answered(9, { response: 'r2' })]);
    expect(await scores()).toEqual([2, 9]);
  });

  it('is counted once when one event is delivered twice', async () => {
    const event = answered(9, { response: 'r1' });
    await addInOrder(store, [event, event]);
    expect(await scores()).toEqual([9]);
  });
});
