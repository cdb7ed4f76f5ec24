import { describe, expect, it } from 'vitest';
import {
  type CollectorOptions,
  createCollector,
  type HistoryQuestion,
  toHistoryFacts,
} from '../../src/collector/index.ts';
import {
  type HistoryFact,
  MAX_FACTS,
  parseEvent,
  parseHistory,
  SchemaError,
  toJsonSchemas,
} from '../../src/schema/index.ts';
import {
  answered,
  completed,
  dismissed,
  displayed,
  eligible,
  snoozed,
  suppressed,
  viewed,
  wholeResponse,
} from './referenceEvents.ts';

const FACT: HistoryFact = {
  survey: 'post-purchase',
  metric: 'nps',
  scope: 'relational',
  touchpoint: 'checkout',
  group: 'shop',
  subject: { type: 'order', id: '1001' },
  outcome: 'answered',
  at: 1_767_323_045_000,
};

const open = (options: Partial<CollectorOptions> = {}, facts: readonly HistoryFact[] = [FACT]) => {
  const asked: [string, HistoryQuestion][] = [];
  const collect = createCollector({
    history: true,
    store: {
      add: async () => ({ duplicates: [] }),
      async historyOf(respondent, question) {
        asked.push([respondent, question]);
        return facts;
      },
    },
    ...options,
  });
  const ask = (body: unknown, query = '', init: RequestInit = {}, version = '1') =>
    collect(
      new Request(`https://collector.example/collect?ce=history&v=${version}${query}`, {
        method: 'POST',
        body: typeof body === 'string' ? body : JSON.stringify(body),
        ...init,
        headers: { 'Content-Type': 'text/plain;charset=UTF-8', Origin: 'https://shop.example', ...init.headers },
      }),
    );
  return { ask, asked, collect };
};

/** What a page of another origin can read of an error. */
const expectProblem = async (answer: Response, status: number) => {
  expect(answer.status).toBe(status);
  expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
  expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
  expect(answer.headers.get('Access-Control-Expose-Headers')).toBe('Retry-After');
  const problem: { detail: string } = await answer.json();
  expect(problem).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) });
  return problem.detail;
};

describe('the history of a respondent', () => {
  it('is answered to a page of any origin, kept by nobody, and is what the schema says', async () => {
    const { ask, asked } = open();
    const answer = await ask({ respondent: 'u-1' });
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'application/json']);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(answer.headers.get('Access-Control-Allow-Credentials')).toBeNull();
    expect(parseHistory(await answer.json())).toEqual({ v: 1, facts: [FACT] });
    expect(asked).toEqual([['u-1', { limit: 500, test: false, key: undefined }]]);
  });

  it('counts tests only where it is asked to, and is told the key it was asked with', async () => {
    const { ask, asked } = open();
    await ask({ respondent: 'u-1', test: true, later: 'unknown fields are left alone' }, '&k=pk_1');
    expect(asked).toEqual([['u-1', { limit: 500, test: true, key: 'pk_1' }]]);
  });

  it('holds the newest facts where a store knows more than one answer may have', async () => {
    const facts = Array.from({ length: MAX_FACTS + 3 }, (_, index) => ({ ...FACT, at: index }));
    const answer = parseHistory(await (await open({}, facts).ask({ respondent: 'u-1' })).json());
    expect([answer.facts.length, answer.facts[0]?.at, answer.facts.at(-1)?.at]).toEqual([500, 3, 502]);
  });

  it('is not there unless it is switched on and the store has it, and no event is taken in its place', async () => {
    const added: unknown[] = [];
    const add = async (events: readonly unknown[]) => {
      added.push(...events);
      return { duplicates: [] };
    };
    const off = { add, historyOf: async () => [FACT] };
    for (const options of [{ store: off, history: undefined }, { store: off, history: false }, { store: { add } }]) {
      const { ask } = open(options);
      expect(await expectProblem(await ask({ respondent: 'u-1' }), 404)).toBe('This collector answers no history.');
      await expectProblem(await ask([displayed({ response: 'r1' }).event]), 404);
    }
    expect(added).toEqual([]);
  });

  it.each<[string, unknown, RegExp]>([
    ['what is not JSON', '{"respondent":', /not JSON/],
    ['an empty body', '', /not JSON/],
    ['nobody', {}, /^respondent: expected/],
    ['an empty id', { respondent: '' }, /^respondent: expected/],
    ['a number', { respondent: 7 }, /^respondent: expected/],
    ['an id that no event can have', { respondent: 'x'.repeat(501) }, /^respondent: expected/],
    ['a batch', [{ respondent: 'u-1' }], /^The body: expected/],
    ['null', null, /^The body: expected/],
    ['a test that is no boolean', { respondent: 'u-1', test: 'yes' }, /^test: expected/],
  ])('says 400 and why to %s', async (_, body, detail) => {
    const { ask, asked } = open();
    expect(await expectProblem(await ask(body), 400)).toMatch(detail);
    expect(asked).toEqual([]);
  });

  it('reads bytes that are not UTF-8 as nobody', async () => {
    const { ask } = open();
    const body = new Uint8Array([...new TextEncoder().encode('{"respondent":"u'), 0xff, 0x22, 0x7d]);
    await expectProblem(await ask('', '', { body }), 400);
  });

  it('reads no more of a question than an id can need, and the longest id in its longest spelling fits', async () => {
    const { ask, asked } = open();
    await expectProblem(await ask({ respondent: 'u-1', more: 'x'.repeat(5_000) }), 413);
    expect((await ask(`{"respondent":"${'\\u00e9'.repeat(500)}","test":true}`)).status).toBe(200);
    expect(asked).toEqual([['é'.repeat(500), { limit: 500, test: true, key: undefined }]]);
  });

  it('is asked by POST and nothing else', async () => {
    const { collect } = open();
    const get = await collect(new Request('https://collector.example/collect?ce=history&v=1&respondent=u-1'));
    expect(get.headers.get('Allow')).toBe('POST, OPTIONS');
    expect(await expectProblem(get, 405)).toContain('POST');
  });

  it('has the same door as posts have: origins, keys, versions, types and the limit of the rate', async () => {
    const { ask, asked } = open({
      isKnownKey: (key) => key === 'pk_1',
      isAllowedOrigin: (origin) => origin.endsWith('shop.example'),
      limit: (_, key) => (key === 'pk_1' ? 4.2 : 0),
    });
    const body = { respondent: 'u-1' };
    await expectProblem(await ask(body, '&k=pk_1', { headers: { Origin: 'https://evil.example' } }), 403);
    await expectProblem(await ask(body, '&k=pk_2'), 401);
    const limited = await ask(body, '&k=pk_1');
    expect(limited.headers.get('Retry-After')).toBe('5');
    await expectProblem(limited, 429);
    await expectProblem(await open().ask(body, '', { headers: { 'Content-Type': 'application/xml' } }), 415);
    await expectProblem(await open().ask(body, '', {}, '2'), 400);
    expect(asked).toEqual([]);
  });

  it('says 503 without its reason when the store fails', async () => {
    const errors: unknown[] = [];
    const { ask } = open({
      store: { add: async () => ({ duplicates: [] }), historyOf: () => Promise.reject(new Error('disk full')) },
      onError: (error) => errors.push(error),
    });
    const answer = await ask({ respondent: 'u-1' });
    expect(answer.headers.get('Retry-After')).toBe('5');
    expect(await expectProblem(answer, 503)).toBe('The history could not be read; ask again.');
    expect(errors).toHaveLength(1);
  });
});

describe('the facts of a history', () => {
  const all = { limit: 500, test: false };
  const at = (minute: number) => new Date(Date.UTC(2026, 2, 10, 12, minute)).toISOString();
  const ms = (minute: number) => Date.UTC(2026, 2, 10, 12, minute);
  const briefly = (facts: readonly HistoryFact[]) =>
    facts.map((fact) => `${fact.outcome} ${(fact.at - ms(0)) / 60_000}`);

  it('say of a response once that it was shown, and once, with its last time, that it was answered', () => {
    const events = [
      completed([9, 'good'], { response: 'r1', at: at(4) }),
      answered('good', { response: 'r1', at: at(3), sequence: 3 }),
      answered(9, { response: 'r1', at: at(2) }),
      viewed({ response: 'r1', at: at(1) }),
      displayed({ response: 'r1', at: at(0), group: 'shop', context: { touchpoint: { id: 'checkout' } } }),
    ];
    const about = {
      survey: 'post-purchase',
      metric: 'nps',
      scope: 'transactional',
      touchpoint: 'checkout',
      group: 'shop',
      subject: { type: 'order', id: 'order-r1' },
    };
    expect(toHistoryFacts(events, all)).toEqual([
      { ...about, outcome: 'displayed', at: ms(0) },
      { ...about, outcome: 'answered', at: ms(4) },
    ]);
  });

  it('say that it was closed, put off or refused for ever, and that who answered and then closed has answered', () => {
    const facts = (minute: number) => ({ response: `r${minute}`, at: at(minute) });
    expect(briefly(toHistoryFacts([displayed(facts(1)), dismissed('escape', facts(1))], all))).toEqual([
      'displayed 1',
      'dismissed 1',
    ]);
    expect(briefly(toHistoryFacts([snoozed(facts(2))], all))).toEqual(['displayed 2', 'snoozed 2']);
    expect(briefly(toHistoryFacts([dismissed('never', facts(3))], all))).toEqual(['displayed 3', 'never 3']);
    const left = [answered(9, facts(4)), dismissed('close_button', facts(4), 1)];
    expect(briefly(toHistoryFacts(left, all))).toEqual(['displayed 4', 'answered 4']);
    const refused = [answered(9, facts(5)), dismissed('never', facts(5), 1)];
    expect(briefly(toHistoryFacts(refused, all))).toEqual(['displayed 5', 'answered 5', 'never 5']);
  });

  it('are those of the collector’s clock, oldest first, and the newest where there are too many', () => {
    const events = [3, 1, 2].map((minute) =>
      displayed({ response: `r${minute}`, at: at(minute), skew: minute * -86_400_000 }),
    );
    expect(briefly(toHistoryFacts(events, all))).toEqual(['displayed 1', 'displayed 2', 'displayed 3']);
    expect(briefly(toHistoryFacts(events, { ...all, limit: 2 }))).toEqual(['displayed 2', 'displayed 3']);
  });

  it('leave out tests, previews and automation unless they are asked for', () => {
    const events = (['test', 'preview', 'automation'] as const).flatMap((flag, index) =>
      wholeResponse([9], { response: flag, at: at(index), quality: { [flag]: true } }),
    );
    expect(toHistoryFacts(events, all)).toEqual([]);
    expect(toHistoryFacts(events, { ...all, test: true })).toHaveLength(6);
  });

  it('name no instrument where nothing was scored, and tell nothing of what nobody saw', () => {
    const { event, ...rest } = displayed({ response: 'poll', survey: 'poll' });
    const { instrument: _, scale: __, ...data } = event.data as typeof event.data & { instrument?: 0; scale?: 0 };
    const facts = toHistoryFacts(
      [
        { ...rest, event: { ...event, data } as typeof event },
        eligible({ response: 'd1' }),
        suppressed([{ gate: 'clock', name: 'answered' }], { response: 'd2' }),
      ],
      all,
    );
    expect(facts).toEqual([
      { survey: 'poll', subject: { type: 'order', id: 'order-poll' }, outcome: 'displayed', at: ms(0) },
    ]);
  });
});

describe('the group of a survey', () => {
  it('stands on its events, and is an id', () => {
    const { event } = displayed({ response: 'r1', group: 'shop' });
    expect(parseEvent(event).data.survey).toEqual({ id: 'post-purchase', version: 1, group: 'shop' });
    expect(() => displayed({ response: 'r1', group: 'a b' })).toThrow(SchemaError);
  });
});

describe('the schema of a history', () => {
  it('drops what a newer collector says and refuses what no page should read', () => {
    expect(parseHistory({ v: 1, next: 'x', facts: [{ ...FACT, mood: 'good' }] })).toEqual({ v: 1, facts: [FACT] });
    for (const bad of [
      { v: 2, facts: [] },
      { v: 1 },
      { v: 1, facts: Array.from({ length: 501 }, () => FACT) },
      { v: 1, facts: [{ ...FACT, survey: 'a b' }] },
      { v: 1, facts: [{ ...FACT, outcome: 'completed' }] },
      { v: 1, facts: [{ ...FACT, at: Number.NaN }] },
      { v: 1, facts: [{ ...FACT, at: 9e15 }] },
      { v: 1, facts: [{ ...FACT, subject: { type: 'order', id: 'x'.repeat(501) } }] },
    ]) {
      expect(() => parseHistory(bad)).toThrow(SchemaError);
    }
  });

  it('is published, with that of its question', () => {
    const { history, 'history.request': request } = toJsonSchemas();
    expect(history).toMatchObject({ $id: 'urn:scorelet:history:v1', properties: { facts: { maxItems: 500 } } });
    expect(request).toMatchObject({ $id: 'urn:scorelet:history.request:v1', required: ['respondent'] });
  });
});
