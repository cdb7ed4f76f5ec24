import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../examples/collector/database.ts';
import { createEventStore } from '../../examples/collector/eventStore.ts';
import { migrate } from '../../examples/collector/migrate.ts';
import { withEventDatabase } from '../helpers/eventDatabase.ts';
import { addInOrder, answered, completed, wholeResponse } from './referenceEvents.ts';

const kept = withEventDatabase();

const finals = () =>
  kept.database.query<{ question_id: string; score: number | null; text: string | null }>(
    'select question_id, score, text from final_answers order by response_id, question_id',
  );
const scores = async () => (await finals()).map(({ score }) => score);

it('migrate() upgrades a database without choice answers and keeps its events', async () => {
  const old = await openDatabase();
  await createEventStore(old).add(
    wholeResponse([9, { choices: ['price'] }], { response: 'r1', presentation: 'modal' }),
  );
  await old.transaction(async ({ run }) => {
    await run('drop view responses; drop view final_answers; drop view stated_answers;');
    await run(readFileSync('examples/collector/migrations/002_answers.sql', 'utf8'));
    await run('alter table events drop column respondent_id; alter table events drop column survey_group;');
    await run('delete from migrations where id > 2');
  });
  await migrate(old);
  await migrate(old);
  expect(await old.query('select kind, choices from final_answers order by position')).toEqual([
    { kind: 'score', choices: null },
    { kind: 'choice', choices: [{ id: 'price', label: 'The price' }] },
  ]);
  expect(await old.query('select asked_question, presentation from responses')).toEqual([
    { asked_question: 'nps', presentation: 'modal' },
  ]);
  await old.close();
}, 60_000);

describe('the final answers of a response', () => {
  it('are the answers with the highest sequence while the response is open', async () => {
    await addInOrder(kept.store, [
      answered(3, { response: 'r1', sequence: 2 }),
      answered(7, { response: 'r1', sequence: 4 }),
      answered(5, { response: 'r1', sequence: 3 }),
    ]);
    expect(await scores()).toEqual([7]);
  });

  it('are those of the completed event, even if the answered events contain other answers', async () => {
    await addInOrder(kept.store, [
      answered(3, { response: 'r1', sequence: 2 }),
      completed([8], { response: 'r1', sequence: 5 }),
    ]);
    expect(await scores()).toEqual([8]);
  });

  it('ignore an answered event that arrives after the completed event', async () => {
    await addInOrder(kept.store, [
      completed([8], { response: 'r1', sequence: 5 }),
      answered(3, { response: 'r1', sequence: 2 }),
    ]);
    expect(await scores()).toEqual([8]);
  });

  it('ignore answered events with a higher sequence than the completed event', async () => {
    await addInOrder(kept.store, [
      completed([8], { response: 'r1', sequence: 5 }),
      answered(3, { response: 'r1', sequence: 6 }),
      answered('too late', { response: 'r1', sequence: 7 }),
    ]);
    expect(await finals()).toEqual([{ question_id: 'nps', score: 8, text: null }]);
  });

  it('leave out answers that the completed event does not repeat', async () => {
    await addInOrder(kept.store, [
      answered(3, { response: 'r1', sequence: 2 }),
      answered({ choices: ['waiting'] }, { response: 'r1', sequence: 3 }),
      answered('only of a low score', { response: 'r1', sequence: 4 }),
      answered({ given: true }, { response: 'r1', sequence: 5 }),
      completed([9], { response: 'r1', sequence: 8 }),
    ]);
    expect(await finals()).toEqual([{ question_id: 'nps', score: 9, text: null }]);
  });

  it('leave out a late answer that the completed event does not repeat', async () => {
    await addInOrder(kept.store, [
      completed([9], { response: 'r1', sequence: 8 }),
      answered({ email: 'ada@example.org' }, { response: 'r1', sequence: 5 }),
    ]);
    expect(await finals()).toEqual([{ question_id: 'nps', score: 9, text: null }]);
  });

  it('include a score of 0', async () => {
    await kept.store.add(wholeResponse([0], { response: 'r1' }));
    expect(await scores()).toEqual([0]);
  });

  it('contain one answer when two tabs answer the same question, in any order of arrival', async () => {
    const left = answered(2, { response: 'r1', sequence: 2, at: '2026-03-10T12:00:00Z' });
    const right = answered(9, { response: 'r1', sequence: 2, at: '2026-03-10T12:00:05Z' });
    await addInOrder(kept.store, [left, right]);
    expect(await scores()).toEqual([9]);
    await kept.database.query('delete from events');
    await addInOrder(kept.store, [right, left]);
    expect(await scores()).toEqual([9]);
  });

  it('are those of the later completed event when two tabs complete a response, in any order of arrival', async () => {
    const sets = [
      completed([8, 'the first tab'], { response: 'r1', sequence: 5 }),
      completed([{ choices: ['price'] }, 2], { response: 'r1', sequence: 6 }),
    ];
    const both = async () => (await finals()).map(({ question_id, score }) => [question_id, score]);
    await addInOrder(kept.store, sets);
    expect(await both()).toEqual([
      ['choice', null],
      ['nps', 2],
    ]);
    await kept.database.query('delete from events');
    await addInOrder(kept.store, sets.reverse());
    expect(await both()).toEqual([
      ['choice', null],
      ['nps', 2],
    ]);
  });

  it('are empty when the completed event has no answers', async () => {
    await addInOrder(kept.store, [
      answered(3, { response: 'r1', sequence: 2 }),
      completed([], { response: 'r1', sequence: 5 }),
    ]);
    expect(await finals()).toEqual([]);
  });

  it('include choices, e-mail addresses and consents', async () => {
    const chosen = { choices: [{ id: 'price', label: 'Too expensive' }, 'other'], other: 'the smell', multiple: true };
    await kept.store.add(wholeResponse([3, chosen, { email: 'ada@example.org' }, { given: true }], { response: 'r1' }));
    const columns = 'kind, title, choices, other, is_multiple, email, is_given, score, text, position::integer';
    const none = {
      choices: null,
      other: null,
      is_multiple: null,
      email: null,
      is_given: null,
      score: null,
      text: null,
    };
    expect(await kept.database.query(`select ${columns} from final_answers order by position`)).toEqual([
      { ...none, kind: 'score', title: expect.any(String), score: 3, position: 1 },
      {
        ...none,
        kind: 'choice',
        title: 'What was difficult?',
        choices: [
          { id: 'price', label: 'Too expensive' },
          { id: 'other', label: 'The other' },
        ],
        other: 'the smell',
        is_multiple: true,
        position: 2,
      },
      { ...none, kind: 'email', title: 'Where may we write to you?', email: 'ada@example.org', position: 3 },
      { ...none, kind: 'consent', title: 'You may write to me about this.', is_given: true, position: 4 },
    ]);
  });

  it('contain one answer for each of two responses', async () => {
    await kept.store.add([answered(2, { response: 'r1' }), answered(9, { response: 'r2' })]);
    expect(await scores()).toEqual([2, 9]);
  });

  it('count an event once when it is delivered twice', async () => {
    const event = answered(9, { response: 'r1' });
    await addInOrder(kept.store, [event, event]);
    expect(await scores()).toEqual([9]);
  });
});
