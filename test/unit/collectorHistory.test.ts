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

/** Checks an error response as a page of another origin reads it, and returns its detail. */
const expectProblem = async (answer: Response, status: number) => {
  expect(answer.status).toBe(status);
  expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
  expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
  expect(answer.headers.get('Access-Control-Expose-Headers')).toBe('Retry-After');
  const problem: { detail: string } = await answer.json();
  expect(problem).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) });
  return problem.detail;
};

describe('a history request to the collector', () => {
  it('returns facts that match the schema, with CORS headers and Cache-Control: no-store', async () => {
    const { ask, asked } = open();
    const answer = await ask({ respondent: 'u-1' });
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'application/json']);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(answer.headers.get('Access-Control-Allow-Credentials')).toBeNull();
    expect(parseHistory(await answer.json())).toEqual({ v: 1, facts: [FACT] });
    expect(asked).toEqual([['u-1', { limit: 500, test: false, key: undefined }]]);
  });

  it('passes the "test" flag and the key of the request to the store', async () => {
    const { ask, asked } = open();
    await ask({ respondent: 'u-1', test: true, later: 'unknown fields are ignored' }, '&k=pk_1');
    expect(asked).toEqual([['u-1', { limit: 500, test: true, key: 'pk_1' }]]);
  });

  it('returns the 500 newest facts when the store returns more', async () => {
    const facts = Array.from({ length: MAX_FACTS + 3 }, (_, index) => ({ ...FACT, at: index }));
    const answer = parseHistory(await (await open({}, facts).ask({ respondent: 'u-1' })).json());
    expect([answer.facts.length, answer.facts[0]?.at, answer.facts.at(-1)?.at]).toEqual([500, 3, 502]);
  });

  it('gets a 404 and stores no events, unless the history option is on and the store implements historyOf', async () => {
    const added: unknown[] = [];
    const add = async (events: readonly unknown[]) => {
      added.push(...events);
      return { duplicates: [] };
    };
    const off = { add, historyOf: async () => [FACT] };
    for (const options of [{ store: off, history: undefined }, { store: off, history: false }, { store: { add } }]) {
      const { ask } = open(options);
      expect(await expectProblem(await ask({ respondent: 'u-1' }), 404)).toBe(
        'This collector does not serve histories.',
      );
      await expectProblem(await ask([displayed({ response: 'r1' }).event]), 404);
    }
    expect(added).toEqual([]);
  });

  it.each<[string, unknown, RegExp]>([
    ['a body that is not JSON', '{"respondent":', /a body of JSON/],
    ['an empty body', '', /a body of JSON/],
    ['no respondent', {}, /^respondent: expected/],
    ['an empty id', { respondent: '' }, /^respondent: expected/],
    ['an id that is a number', { respondent: 7 }, /^respondent: expected/],
    ['an id of more than 500 characters', { respondent: 'x'.repeat(501) }, /^respondent: expected/],
    ['a batch', [{ respondent: 'u-1' }], /^The body: expected/],
    ['null', null, /^The body: expected/],
    ['a "test" that is not a boolean', { respondent: 'u-1', test: 'yes' }, /^test: expected/],
  ])('responds with 400 and the reason to %s', async (_, body, detail) => {
    const { ask, asked } = open();
    expect(await expectProblem(await ask(body), 400)).toMatch(detail);
    expect(asked).toEqual([]);
  });

  it('gets a 400 when its body is not UTF-8', async () => {
    const { ask } = open();
    const body = new Uint8Array([...new TextEncoder().encode('{"respondent":"u'), 0xff, 0x22, 0x7d]);
    await expectProblem(await ask('', '', { body }), 400);
  });

  it('gets a 413 above 4096 bytes; an id of 500 escaped characters is below this limit', async () => {
    const { ask, asked } = open();
    await expectProblem(await ask({ respondent: 'u-1', more: 'x'.repeat(5_000) }), 413);
    expect((await ask(`{"respondent":"${'\\u00e9'.repeat(500)}","test":true}`)).status).toBe(200);
    expect(asked).toEqual([['é'.repeat(500), { limit: 500, test: true, key: undefined }]]);
  });

  it('gets a 405 for GET', async () => {
    const { collect } = open();
    const get = await collect(new Request('https://collector.example/collect?ce=history&v=1&respondent=u-1'));
    expect(get.headers.get('Allow')).toBe('POST, OPTIONS');
    expect(await expectProblem(get, 405)).toContain('POST');
  });

  it('passes the same checks as posted events: origin, key, version, content type and rate limit', async () => {
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

  it('gets a 503 without the error of the store when the store fails', async () => {
    const errors: unknown[] = [];
    const { ask } = open({
      store: { add: async () => ({ duplicates: [] }), historyOf: () => Promise.reject(new Error('disk full')) },
      onError: (error) => errors.push(error),
    });
    const answer = await ask({ respondent: 'u-1' });
    expect(answer.headers.get('Retry-After')).toBe('5');
    expect(await expectProblem(answer, 503)).toBe('The history could not be read. Send the request again.');
    expect(errors).toHaveLength(1);
  });
});

describe('toHistoryFacts', () => {
  const all = { limit: 500, test: false };
  const at = (minute: number) => new Date(Date.UTC(2026, 2, 10, 12, minute)).toISOString();
  const ms = (minute: number) => Date.UTC(2026, 2, 10, 12, minute);
  const briefly = (facts: readonly HistoryFact[]) =>
    facts.map((fact) => `${fact.outcome} ${(fact.at - ms(0)) / 60_000}`);

  it('returns one displayed fact and one answered fact, with the time of the last answer, for a response', () => {
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

  it('returns dismissed, snoozed and never facts, and no dismissed fact when the respondent answered first', () => {
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

  it('uses the collector’s clock, sorts the oldest first and keeps the newest facts up to the limit', () => {
    const events = [3, 1, 2].map((minute) =>
      displayed({ response: `r${minute}`, at: at(minute), skew: minute * -86_400_000 }),
    );
    expect(briefly(toHistoryFacts(events, all))).toEqual(['displayed 1', 'displayed 2', 'displayed 3']);
    expect(briefly(toHistoryFacts(events, { ...all, limit: 2 }))).toEqual(['displayed 2', 'displayed 3']);
  });

  it('leaves out test, preview and automation events unless "test" is true', () => {
    const events = (['test', 'preview', 'automation'] as const).flatMap((flag, index) =>
      wholeResponse([9], { response: flag, at: at(index), quality: { [flag]: true } }),
    );
    expect(toHistoryFacts(events, all)).toEqual([]);
    expect(toHistoryFacts(events, { ...all, test: true })).toHaveLength(6);
  });

  it('returns no metric and no scope for a survey without a score, and no fact without a display', () => {
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
  it('is included in the events of the survey, and must be a valid id', () => {
    const { event } = displayed({ response: 'r1', group: 'shop' });
    expect(parseEvent(event).data.survey).toEqual({ id: 'post-purchase', version: 1, group: 'shop' });
    expect(() => displayed({ response: 'r1', group: 'a b' })).toThrow(SchemaError);
  });
});

describe('the schema of a history', () => {
  it('drops unknown fields and rejects values out of bounds', () => {
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

  it('is published as JSON Schema, together with the schema of the history request', () => {
    const { history, 'history.request': request } = toJsonSchemas();
    expect(history).toMatchObject({ $id: 'urn:scorelet:history:v1', properties: { facts: { maxItems: 500 } } });
    expect(request).toMatchObject({ $id: 'urn:scorelet:history.request:v1', required: ['respondent'] });
  });
});
