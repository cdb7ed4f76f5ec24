import { describe, expect, it } from 'vitest';
import { parseFilters } from '../../examples/collector/filters.ts';
import type { Report } from '../../examples/collector/report.ts';
import { readResults } from '../../examples/collector/results.ts';
import { withEventDatabase } from '../helpers/eventDatabase.ts';
import {
  answered,
  completed,
  dismissed,
  displayed,
  type Facts,
  snoozed,
  viewed,
  wholeResponse,
} from './referenceEvents.ts';

const kept = withEventDatabase();

const NOW = Date.parse('2026-03-20T12:00:00Z');
const results = (query = '', now = NOW): Promise<Report> =>
  readResults(kept.database, parseFilters(new URLSearchParams(query)), now);

/** Adds one response for each score. */
const answerAll = (scores: readonly number[], facts: Partial<Facts> = {}, name = 'r') =>
  kept.store.add(scores.flatMap((score, index) => wholeResponse([score], { response: `${name}${index}`, ...facts })));

const times = (score: number, count: number) => new Array<number>(count).fill(score);

describe('the scores in the results', () => {
  it('contain the NPS with its interval, and count 0 as an answer', async () => {
    await answerAll([...times(10, 5), ...times(8, 3), ...times(0, 2)]);
    const [block] = (await results()).blocks;
    expect(block?.n).toBe(10);
    expect(block?.score?.estimate).toBe(30);
    expect(block?.score?.interval?.low).toBeCloseTo(-19.05061537636367, 6);
    expect(block?.score?.method).toBe('adjusted_wald');
    expect(block?.distribution[0]).toEqual({ score: 0, count: 2, percent: 20 });
    expect(block?.policy).toBe('few');
  });

  it('are missing for fewer than five answers', async () => {
    await answerAll(times(10, 4));
    const [block] = (await results()).blocks;
    expect(block?.policy).toBe('counts');
    expect(block?.score).toBeNull();
    expect(block?.mean).toBeNull();
    expect(block?.distribution[10]?.count).toBe(4);
  });

  it('have one block for each instrument', async () => {
    await answerAll(times(9, 6), {}, 'n');
    await answerAll(times(5, 6), { variant: 'csat', survey: 'ticket' }, 'c');
    await answerAll(times(2, 6), { variant: 'ces1', survey: 'effort' }, 'e');
    await answerAll(times(2, 6), { variant: 'ease5', survey: 'effort', version: 2 }, 'f');
    const { blocks } = await results();
    expect(blocks.map(({ id, n }) => `${n} × ${id}`).sort()).toEqual([
      '6 × ces1 1–5 lower_is_better',
      '6 × csat 1–5 higher_is_better',
      '6 × ease5 1–5 higher_is_better',
      '6 × nps 0–10 higher_is_better',
    ]);
  });

  it('have one block for each question when two questions of a survey share an instrument', async () => {
    const facts = (index: number) => ({ response: `r${index}`, variant: 'csat' as const });
    for (let index = 0; index < 5; index++) {
      await kept.store.add([
        answered(5, { ...facts(index), question: 'delivery', sequence: 2 }),
        answered(1, { ...facts(index), question: 'price', sequence: 3 }),
      ]);
    }
    const { blocks } = await results();
    expect(blocks.map(({ question, score }) => [question, score?.estimate])).toEqual([
      ['delivery', 100],
      ['price', 0],
    ]);
    expect(blocks.map(({ n, viewed }) => [n, viewed])).toEqual([
      [5, 5],
      [5, 5],
    ]);
  });

  it('leave out answers that contradict their scale, and report the number of such answers', async () => {
    await answerAll(times(9, 5));
    await kept.store.add([answered(12, { response: 'off' })]);
    const wrong = answered(9, { response: 'wrong' });
    const bent = JSON.parse(wrong.json);
    bent.data.answer.scale.min = 1;
    bent.data.scale.max = 2 ** 40;
    await kept.store.add([{ ...wrong, event: bent, json: JSON.stringify(bent) }]);
    const { blocks, unscorable } = await results();
    expect(blocks[0]?.n).toBe(5);
    expect(unscorable.map(({ label, answers }) => `${answers} × ${label}`)).toContain('1 × nps 1–10 higher_is_better');
    expect(unscorable.map(({ reason }) => reason)).toContain('Their score is not on the scale');
  });
});

describe('the funnel in the results', () => {
  it('counts displayed, viewed, answered and completed responses, and each exit once', async () => {
    const at = '2026-03-20T11:00:00Z';
    await kept.store.add([
      ...wholeResponse([9], { response: 'done', at }),
      ...[
        displayed({ response: 'closed', at }),
        viewed({ response: 'closed', at }),
        dismissed('escape', { response: 'closed', at }),
      ],
      ...[displayed({ response: 'never', at }), dismissed('never', { response: 'never', at })],
      ...[displayed({ response: 'later', at }), viewed({ response: 'later', at }), snoozed({ response: 'later', at })],
      ...[displayed({ response: 'left', at }), viewed({ response: 'left', at }), answered(4, { response: 'left', at })],
      displayed({ response: 'open', at: '2026-03-20T11:45:00Z' }),
    ]);
    const { funnel } = await results();
    expect(funnel).toMatchObject({ displayed: 6, viewed: 4, answered: 2, completed: 1 });
    expect(funnel.exits).toEqual([
      { kind: 'completed', reason: null, responses: 1 },
      { kind: 'dismissed', reason: 'escape', responses: 1 },
      { kind: 'dismissed', reason: 'never', responses: 1 },
      { kind: 'snoozed', reason: null, responses: 1 },
      { kind: 'abandoned', reason: null, responses: 1 },
      { kind: 'open', reason: null, responses: 1 },
    ]);
    expect(funnel.responseRate).toMatchObject({ estimate: 50, n: 4, method: 'wilson' });
  });

  it('counts an open response as abandoned after 30 minutes, until a later event ends it', async () => {
    await kept.store.add([displayed({ response: 'r1', at: '2026-03-20T12:00:00Z' })]);
    const kinds = async (at: string) => (await results('', Date.parse(at))).funnel.exits.map(({ kind }) => kind);
    expect(await kinds('2026-03-20T12:30:00Z')).toEqual(['open']);
    expect(await kinds('2026-03-20T12:30:01Z')).toEqual(['abandoned']);
    await kept.store.add([completed([9], { response: 'r1', at: '2026-03-20T13:00:00Z' })]);
    expect(await kinds('2026-03-20T14:00:00Z')).toEqual(['completed']);
  });

  it('counts an answered response as viewed, even without a viewed event', async () => {
    await kept.store.add([displayed({ response: 'r1' }), answered(9, { response: 'r1' })]);
    expect((await results()).funnel).toMatchObject({ viewed: 1, answered: 1, responseRate: { estimate: 100 } });
  });

  it('states the number of views for each block of scores', async () => {
    await answerAll(times(9, 5));
    await kept.store.add(
      ['a', 'b', 'c'].flatMap((name) => [displayed({ response: name }), viewed({ response: name })]),
    );
    await kept.store.add([viewed({ response: 'ticket', variant: 'csat', survey: 'ticket' })]);
    const { blocks } = await results();
    expect(blocks.map(({ metric, n, viewed: seen }) => [metric, n, seen])).toEqual([
      ['nps', 5, 8],
      ['csat', 0, 1],
    ]);
    expect(blocks[0]?.responseRate?.estimate).toBe(62.5);
  });
});

describe('responses from test, preview and automation', () => {
  it('are left out of scores, funnel and comments without include=test', async () => {
    await answerAll(times(9, 5));
    await kept.store.add([
      ...wholeResponse([0, 'from a test'], { response: 't', quality: { test: true } }),
      ...wholeResponse([0], { response: 'p', quality: { preview: true } }),
      ...wholeResponse([0], { response: 'a', quality: { automation: true } }),
    ]);
    const without = await results();
    expect(without.blocks[0]).toMatchObject({ n: 5, score: { estimate: 100 } });
    expect(without.funnel.displayed).toBe(5);
    expect(without.comments).toEqual([]);
    expect(without.excluded).toEqual({ test: 1, preview: 1, automation: 1, responses: 3 });
    const withTest = await results('include=test');
    expect(withTest.blocks[0]?.n).toBe(8);
    expect(withTest.comments).toMatchObject([{ text: 'from a test', isTest: true }]);
  });

  it('are left out completely when one of their events is flagged', async () => {
    await kept.store.add([
      displayed({ response: 'r1' }),
      answered(9, { response: 'r1', quality: { automation: true } }),
    ]);
    expect((await results()).funnel.displayed).toBe(0);
  });
});

describe('the filters of the results', () => {
  it('start a day at midnight of the chosen time zone, across a daylight saving change', async () => {
    await answerAll([9], { at: '2026-03-09T22:59:59Z' }, 'before');
    await answerAll([8], { at: '2026-03-09T23:00:00Z' }, 'first');
    await answerAll([7], { at: '2026-03-10T22:59:59Z' }, 'last');
    await answerAll([6], { at: '2026-03-10T23:00:00Z' }, 'after');
    const scores = async (query: string) =>
      (await results(query)).blocks.flatMap(({ distribution }) =>
        distribution.filter(({ count }) => count > 0).map(({ score }) => score),
      );
    expect(await scores('from=2026-03-10&to=2026-03-10&tz=Europe/Berlin')).toEqual([7, 8]);
    expect(await scores('from=2026-03-10&to=2026-03-10&tz=UTC')).toEqual([6, 7]);
    await kept.database.query('delete from events');
    // Daylight saving time starts on the 29th, a day of 23 hours: from 23:00 to 22:00 UTC.
    await answerAll([9], { at: '2026-03-28T23:00:00Z' }, 'first');
    await answerAll([8], { at: '2026-03-29T21:59:59Z' }, 'last');
    await answerAll([7], { at: '2026-03-29T22:00:00Z' }, 'after');
    expect(await scores('from=2026-03-29&to=2026-03-29&tz=Europe/Berlin')).toEqual([8, 9]);
  });

  it('give a trend by day or week for 30 answers or more, with a gap for days without answers', async () => {
    await answerAll(times(9, 15), { at: '2026-03-01T23:30:00Z' }, 'a');
    await answerAll(times(9, 14), { at: '2026-03-04T12:00:00Z' }, 'b');
    expect((await results('period=day')).blocks[0]?.trend).toBeNull();
    await answerAll([9], { at: '2026-03-04T12:00:00Z' }, 'c');
    const points = (await results('period=day&tz=Europe/Berlin')).blocks[0]?.trend;
    expect(points?.map(({ date, n }) => [date, n])).toEqual([
      ['2026-03-02', 15],
      ['2026-03-03', 0],
      ['2026-03-04', 15],
    ]);
    expect(points?.[1]).toMatchObject({ policy: 'none', score: null });
    const weeks = (await results('period=week&tz=UTC')).blocks[0]?.trend;
    expect(weeks?.map(({ date, n }) => [date, n])).toEqual([
      ['2026-02-23', 15],
      ['2026-03-02', 15],
    ]);
  });

  it.each([
    'tz=Mars/Olympus',
    'tz=%2B02:00',
    'from=2026-02-31',
    'from=2026-03-02&to=2026-03-01',
    'group=score',
    'period=hour',
  ])('throw for the invalid query %s', (query) => {
    expect(() => parseFilters(new URLSearchParams(query))).toThrow(/expected/);
  });
});

describe('the groups in the results', () => {
  it('mark a score that differs significantly from the rest', async () => {
    const at = (id: string) => ({ context: { touchpoint: { id } } });
    await answerAll([...times(10, 36), ...times(3, 4)], at('checkout'), 'c');
    await answerAll([...times(10, 10), ...times(3, 30)], at('returns'), 'r');
    await answerAll(times(10, 6), {}, 'n');
    const [block] = (await results()).blocks;
    expect(block?.groups.map(({ value, n, comparedWithRest }) => [value, n, comparedWithRest])).toEqual([
      ['checkout', 40, 'higher'],
      ['returns', 40, 'lower'],
      [null, 6, null],
    ]);
  });

  it('list locales by name, without comparing their scores', async () => {
    await answerAll(times(3, 40), { locale: 'fr' }, 'f');
    await answerAll(times(10, 35), { locale: 'de' }, 'd');
    const [block] = (await results('group=locale')).blocks;
    expect(block?.groups.map(({ value, comparedWithRest }) => [value, comparedWithRest])).toEqual([
      ['de', null],
      ['fr', null],
    ]);
  });

  it('group CSAT and CES by the time to resolution', async () => {
    const hours = (value: number) => ({
      variant: 'ces2' as const,
      context: { resolution: { timeToResolutionMs: value * 3_600_000 } },
    });
    await answerAll(times(7, 6), hours(0.5), 'fast');
    await answerAll(times(2, 6), hours(24), 'slow');
    const [block] = (await results()).blocks;
    expect(block?.resolution?.map(({ fromHours, n, score }) => [fromHours, n, score?.estimate ?? null])).toEqual([
      [0, 6, 100],
      [1, 0, null],
      [4, 0, null],
      [24, 6, 0],
      [72, 0, null],
      [168, 0, null],
    ]);
  });
});

describe('the comments in the results', () => {
  it('contain the question, score, segment, subject and time, newest first', async () => {
    await kept.store.add(wholeResponse([9, 'quick'], { response: 'r1', at: '2026-03-10T12:00:00Z' }));
    await kept.store.add(
      wholeResponse([0, '<img src=x onerror=alert(1)>'], { response: 'r2', at: '2026-03-11T12:00:00Z' }),
    );
    const { comments, commentCount } = await results();
    expect(commentCount).toBe(2);
    expect(comments[0]).toMatchObject({
      text: '<img src=x onerror=alert(1)>',
      title: 'What is the main reason for your score?',
      score: 0,
      max: 10,
      segment: 'detractor',
      subject: 'order order-r2',
      time: expect.stringMatching(/^2026-03-11T12:00:00/),
    });
    expect((await results('segment=promoter')).comments.map(({ text }) => text)).toEqual(['quick']);
    expect((await results('comments=1')).comments).toHaveLength(1);
  });
});

it('the results can be filtered by survey and touchpoint', async () => {
  await answerAll(times(9, 5), { survey: 'a', context: { touchpoint: { id: 'shop' } } }, 'a');
  await answerAll(times(9, 6), { survey: 'b' }, 'b');
  expect((await results('survey=b')).blocks[0]?.n).toBe(6);
  expect((await results('touchpoint=shop')).blocks[0]?.n).toBe(5);
  expect((await results(`survey=${encodeURIComponent("b' or 1=1 --")}`)).blocks).toEqual([]);
  expect((await results('survey=b')).surveys).toEqual([
    { value: 'a', responses: 5 },
    { value: 'b', responses: 6 },
  ]);
});
