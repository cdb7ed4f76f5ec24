import { describe, expect, it } from 'vitest';
import { parseFilters } from '../../examples/collector/filters.ts';
import type { Report } from '../../examples/collector/report.ts';
import { readResults } from '../../examples/collector/results.ts';
import { withEventDatabase } from '../helpers/eventDatabase.ts';
import {
  answered,
  completed,
  displayed,
  type Facts,
  linkFollowed,
  type SaidTo,
  viewed,
  wholeResponse,
} from './referenceEvents.ts';

const kept = withEventDatabase();

const results = (query = ''): Promise<Report> =>
  readResults(kept.database, parseFilters(new URLSearchParams(query)), Date.parse('2026-03-20T12:00:00Z'));

let responses = 0;
/** Adds a new response. */
const respond = (said: readonly SaidTo[], facts: Partial<Facts> = {}) =>
  kept.store.add(wholeResponse(said, { response: `r${++responses}`, ...facts }));
const respondTimes = async (count: number, said: readonly SaidTo[], facts: Partial<Facts> = {}) => {
  for (let index = 0; index < count; index++) await respond(said, facts);
};

const to = (question: string, said: number, facts: Partial<Facts> = {}): SaidTo => ({
  said,
  facts: { question, ...facts },
});

describe('the results of responses with several scores', () => {
  const steps: readonly SaidTo[] = [
    to('delivery', 5, { variant: 'csat' }),
    to('price', 2, { variant: 'csat' }),
    to('nps', 9, { variant: 'nps' }),
  ];

  it('count one response, and give one score for each question even when questions share an instrument', async () => {
    await respondTimes(6, steps, { variant: 'csat', question: 'delivery' });
    const { blocks, funnel } = await results();
    expect(funnel).toMatchObject({
      displayed: 6,
      viewed: 6,
      answered: 6,
      completed: 6,
      responseRate: { estimate: 100 },
    });
    expect(
      blocks.map(({ metric, question, n, viewed: seen, score }) => [metric, question, n, seen, score?.estimate]),
    ).toEqual([
      ['csat', 'delivery', 6, 6, 100],
      ['csat', 'price', 6, 6, 0],
      ['nps', null, 6, 6, 100],
    ]);
    expect(blocks.map(({ isLater }) => isLater)).toEqual([false, true, true]);
  });

  it('use the views of each survey for its own scores when two surveys share an instrument', async () => {
    await respondTimes(5, steps, { variant: 'csat', question: 'delivery' });
    await kept.store.add([
      displayed({ response: 'left', variant: 'csat', question: 'delivery' }),
      viewed({ response: 'left', variant: 'csat', question: 'delivery' }),
    ]);
    const other = { survey: 'ticket', variant: 'csat' as const };
    await respondTimes(5, [3], other);
    await kept.store.add([viewed({ response: 'silent', ...other })]);
    const { blocks } = await results();
    expect(blocks.map(({ id, n, viewed: seen }) => `${n} of ${seen}: ${id}`).sort()).toEqual([
      '5 of 6: csat 1–5 higher_is_better',
      '5 of 6: csat 1–5 higher_is_better post-purchase delivery',
      '5 of 6: csat 1–5 higher_is_better post-purchase price',
      '5 of 6: nps 0–10 higher_is_better',
    ]);
  });

  it('include the scores of respondents who left after the first question', async () => {
    await respondTimes(5, steps, { variant: 'csat', question: 'delivery' });
    await kept.store.add([
      displayed({ response: 'half', variant: 'csat', question: 'delivery' }),
      answered(1, { response: 'half', variant: 'csat', question: 'delivery' }),
    ]);
    const { blocks, funnel } = await results();
    expect(funnel).toMatchObject({ displayed: 6, answered: 6, completed: 5 });
    expect(blocks.map(({ question, n, viewed: seen }) => [question, n, seen])).toEqual([
      ['delivery', 6, 6],
      ['price', 5, 6],
      [null, 5, 6],
    ]);
  });

  it('keep ratings of different surveys apart', async () => {
    await respondTimes(5, [10], { variant: 'rating', survey: 'guide', title: 'Was it easy to follow?' });
    await respondTimes(6, [1], { variant: 'rating', survey: 'parcel', title: 'How was the box?', style: 'star' });
    const { blocks } = await results();
    expect(blocks.map(({ surveys, n, score, styles }) => [surveys, n, score?.estimate, styles])).toEqual([
      [['parcel'], 6, 0, ['star']],
      [['guide'], 5, 1, ['number']],
    ]);
  });

  it('count no additional response for a followed link', async () => {
    await respondTimes(5, steps, { response: 'same', variant: 'csat', question: 'delivery' });
    await kept.store.add([linkFollowed({ response: 'same' })]);
    const { funnel, blocks } = await results();
    expect(funnel).toMatchObject({ displayed: 1, answered: 1, completed: 1 });
    expect(funnel.exits).toEqual([{ kind: 'completed', reason: null, responses: 1 }]);
    expect(blocks.map(({ n }) => n)).toEqual([1, 1, 1]);
  });

  it('can be grouped by presentation and style', async () => {
    await respondTimes(5, [9], { presentation: 'modal' });
    await respondTimes(6, [2]);
    const groups = async (group: string) =>
      (await results(`group=${group}`)).blocks[0]?.groups.map(({ value, n }) => [value, n]);
    expect(await groups('presentation')).toEqual([
      ['popover', 6],
      ['modal', 5],
    ]);
    expect(await groups('style')).toEqual([['number', 11]]);
  });

  it('show each comment with the score that it follows', async () => {
    await respond([
      to('zest', 5, { variant: 'csat' }),
      { said: 'of the first', facts: { question: 'c1' } },
      to('effort', 2, { variant: 'ces2' }),
      { said: 'of the second', facts: { question: 'c2' } },
    ]);
    // An open response has no completed event, only answered events in sequence.
    await kept.store.add([
      answered(5, { response: 'open', variant: 'csat', question: 'zest', sequence: 2 }),
      answered('first and open', { response: 'open', question: 'c1', sequence: 3 }),
      answered(1, { response: 'open', variant: 'ces2', question: 'effort', sequence: 4 }),
      answered('second and open', { response: 'open', question: 'c2', sequence: 5 }),
    ]);
    const { comments } = await results();
    expect(Object.fromEntries(comments.map(({ text, score, max, segment }) => [text, [score, max, segment]]))).toEqual({
      'of the first': [5, 5, 'satisfied'],
      'of the second': [2, 7, 'difficult'],
      'first and open': [5, 5, 'satisfied'],
      'second and open': [1, 7, 'difficult'],
    });
  });
});

describe('the reasons in the results', () => {
  const ces = { variant: 'ces2', survey: 'ticket' } as const;
  const because = (...choices: string[]) => ({ choices, multiple: true });

  it('are counted relative to the respondents who answered the question', async () => {
    await respondTimes(3, [2, because('waiting', 'repeat')], ces);
    await respondTimes(2, [3, because('waiting')], ces);
    await respond([1, { ...because('waiting', 'other'), other: 'the music' }], ces);
    await respond([7], ces);
    const { reasons } = await results();
    expect(reasons).toHaveLength(1);
    expect(reasons[0]).toMatchObject({
      survey: 'ticket',
      question: 'choice',
      version: 1,
      multiple: true,
      n: 6,
      policy: 'few',
      wordings: [{ title: 'What was difficult?', locale: 'en', answers: 6 }],
      others: [{ text: 'the music', segment: 'difficult', time: expect.stringMatching(/^2026-03-10/) }],
      otherCount: 1,
    });
    expect(reasons[0]?.options.map(({ id, answers, share }) => [id, answers, share?.estimate])).toEqual([
      ['waiting', 6, 100],
      ['repeat', 3, 50],
      ['other', 1, 100 / 6],
    ]);
    expect(reasons[0]?.options[1]?.share).toMatchObject({ method: 'wilson', n: 6 });
  });

  it('have no percentage below five answers', async () => {
    await respondTimes(4, [2, because('waiting')], ces);
    const { reasons } = await results();
    expect(reasons[0]).toMatchObject({ n: 4, policy: 'counts', options: [{ answers: 4, share: null }] });
  });

  it('list "Other" last, however often respondents chose it', async () => {
    await respondTimes(3, [2, because('other')], ces);
    await respond([2, because('waiting')], ces);
    expect((await results()).reasons[0]?.options.map(({ id }) => id)).toEqual(['waiting', 'other']);
  });

  it('count an option in two languages as one, with both labels', async () => {
    const chose = (label: string) => ({ choices: [{ id: 'wait', label }] });
    await respondTimes(2, [2, { said: chose('Trop long'), facts: { title: 'Pourquoi ?' } }], { ...ces, locale: 'fr' });
    await respondTimes(3, [2, { said: chose('Too slow'), facts: { title: 'Why?' } }], ces);
    const { reasons } = await results();
    expect(reasons).toMatchObject([
      {
        n: 5,
        multiple: false,
        wordings: [
          { title: 'Why?', locale: 'en', answers: 3 },
          { title: 'Pourquoi ?', locale: 'fr', answers: 2 },
        ],
        options: [{ id: 'wait', labels: ['Too slow', 'Trop long'], answers: 5, share: { estimate: 100 } }],
      },
    ]);
  });

  it('keep questions, surveys, versions, and single and multiple choice apart', async () => {
    const one = { choices: ['a'] };
    await respond([2, one, { said: one, facts: { question: 'why' } }], ces);
    await respond([2, one], { ...ces, survey: 'guide' });
    await respond([2, one], { ...ces, version: 2 });
    await respond([2, because('a')], { ...ces, version: 2 });
    const { reasons } = await results();
    expect(
      reasons
        .map(({ survey, version, question, multiple, n }) => `${survey} ${version} ${question} ${multiple} ${n}`)
        .sort(),
    ).toEqual([
      'guide 1 choice false 1',
      'ticket 1 choice false 1',
      'ticket 1 why false 1',
      'ticket 2 choice false 1',
      'ticket 2 choice true 1',
    ]);
  });

  it('come from the completed event, without withdrawn choices and duplicates', async () => {
    await kept.store.add([
      answered(2, { response: 'r', ...ces, sequence: 2 }),
      answered(because('waiting'), { response: 'r', ...ces, sequence: 3 }),
      completed([2, { choices: ['repeat', 'repeat'], multiple: true }], { response: 'r', ...ces, sequence: 5 }),
      completed([6], { response: 'easy', ...ces }),
      answered(because('waiting'), { response: 'easy', ...ces, sequence: 3 }),
    ]);
    expect((await results()).reasons).toMatchObject([{ n: 1, options: [{ id: 'repeat', answers: 1 }] }]);
  });

  it('obey the filters, including the filter for a segment', async () => {
    await respond([2, because('waiting')], ces);
    await respond([6, { ...because('friendly', 'other'), other: 'Priya' }], ces);
    await respond([2, because('tests')], { ...ces, quality: { test: true } });
    await respond([2, because('old')], { ...ces, at: '2026-01-10T12:00:00Z' });
    const ids = async (query: string) =>
      (await results(query)).reasons.flatMap(({ options }) => options.map(({ id }) => id));
    expect(await ids('from=2026-02-01')).toEqual(['friendly', 'waiting', 'other']);
    expect(await ids('from=2026-02-01&segment=difficult')).toEqual(['waiting']);
    expect(await ids('segment=easy')).toEqual(['friendly', 'other']);
    expect(await ids('survey=guide')).toEqual([]);
    expect((await results('segment=difficult')).reasons[0]?.others).toEqual([]);
    expect(await ids('include=test&survey=ticket&from=2026-02-01&segment=difficult')).toEqual(['tests', 'waiting']);
  });

  it('exist for surveys without a scored question', async () => {
    const { event, ...rest } = completed([{ choices: ['a'] }], { response: 'r1', survey: 'poll' });
    const { instrument: _, scale: __, ...data } = event.data as typeof event.data & { instrument?: 0; scale?: 0 };
    await kept.store.add([{ ...rest, event: { ...event, data } as typeof event }]);
    const { reasons, funnel, blocks } = await results();
    expect(reasons).toMatchObject([{ survey: 'poll', n: 1 }]);
    expect(funnel).toMatchObject({ viewed: 1, answered: 1 });
    expect(blocks).toEqual([]);
  });
});

describe('the contacts in the results', () => {
  it('appear with the comment of the same response and the statement of consent', async () => {
    await respond([2, 'call me', { email: 'ada@example.org' }, { given: true }], { at: '2026-03-10T12:00:00Z' });
    await respond([2, 'no need', { email: 'bob@example.org' }], { at: '2026-03-09T12:00:00Z' });
    await respond([9, 'quote me', { given: true }], { at: '2026-03-08T12:00:00Z' });
    await respond([9, 'nothing'], { at: '2026-03-07T12:00:00Z' });
    const { comments } = await results();
    expect(comments.map(({ text, contact }) => [text, contact])).toEqual([
      ['call me', { email: 'ada@example.org', agreed: ['You may write to me about this.'] }],
      ['no need', { email: 'bob@example.org', agreed: [] }],
      ['quote me', { email: null, agreed: ['You may write to me about this.'] }],
      ['nothing', null],
    ]);
  });

  it('appear without a comment too, with the preceding score, and obey the segment filter', async () => {
    await respond([2, { email: 'ada@example.org' }]);
    await respond([9, { email: 'eve@example.org' }, { given: true }]);
    await respond([9, { given: true }]);
    const { comments, commentCount } = await results('segment=detractor');
    expect(commentCount).toBe(1);
    expect(comments).toMatchObject([
      { text: null, score: 2, segment: 'detractor', contact: { email: 'ada@example.org', agreed: [] } },
    ]);
    expect((await results()).commentCount).toBe(2);
  });

  it('leave out respondents who withdrew the consent or the e-mail address before they submitted', async () => {
    await kept.store.add([
      answered({ email: 'ada@example.org' }, { response: 'a', sequence: 3 }),
      answered({ given: true }, { response: 'a', sequence: 4 }),
      completed([2, 'hm', { email: 'ada@example.org' }], { response: 'a' }),
      answered({ email: 'bob@example.org' }, { response: 'b', sequence: 3 }),
      completed([2, 'hm'], { response: 'b' }),
    ]);
    expect((await results()).comments.map(({ contact }) => contact)).toEqual([
      { email: 'ada@example.org', agreed: [] },
      null,
    ]);
  });
});
