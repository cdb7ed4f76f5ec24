import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../examples/collector/database.ts';
import { createEventStore } from '../../examples/collector/eventStore.ts';
import { readExport } from '../../examples/collector/exportRows.ts';
import { parseFilters } from '../../examples/collector/filters.ts';
import { migrate } from '../../examples/collector/migrate.ts';
import { readResults } from '../../examples/collector/results.ts';
import {
  createCollector,
  type HistoryQuestion,
  type ReceivedEvent,
  toHistoryFacts,
} from '../../src/collector/index.ts';
import { type HistoryFact, parseHistory } from '../../src/schema/index.ts';
import { withEventDatabase } from '../helpers/eventDatabase.ts';
import {
  answered,
  completed,
  dismissed,
  displayed,
  eligible,
  type Facts,
  snoozed,
  suppressed,
  viewed,
  wholeResponse,
} from './referenceEvents.ts';

const kept = withEventDatabase();
const ADA = 'ada';

const historyOf = async (respondent: string, question: Partial<HistoryQuestion> = {}) =>
  (await kept.store.historyOf?.(respondent, { limit: 500, test: false, ...question })) ?? [];
const at = (minute: number) => new Date(Date.UTC(2026, 2, 10, 12, minute)).toISOString();
const ms = (minute: number) => Date.UTC(2026, 2, 10, 12, minute);
const briefly = (facts: readonly HistoryFact[]) => facts.map(({ survey, outcome }) => `${survey} ${outcome}`);

describe('historyOf of the reference store', () => {
  it('returns the outcomes of all displays to one respondent, on all devices, and of no other respondent', async () => {
    const about = { respondent: ADA, group: 'shop', context: { touchpoint: { id: 'checkout' } } };
    await kept.store.add([
      ...wholeResponse([9, 'good'], { response: 'r1', at: at(1), ...about }),
      displayed({ response: 'r2', survey: 'ticket', variant: 'ces2', at: at(2), respondent: ADA }),
      dismissed('escape', { response: 'r2', survey: 'ticket', variant: 'ces2', at: at(3), respondent: ADA }),
      ...wholeResponse([2], { response: 'r3', respondent: 'bob' }),
      ...wholeResponse([2], { response: 'r4', respondent: null }),
    ]);
    const order = (response: string) => ({ subject: { type: 'order', id: `order-${response}` } });
    const nps = {
      survey: 'post-purchase',
      metric: 'nps',
      scope: 'transactional',
      touchpoint: 'checkout',
      group: 'shop',
    };
    const ces = { survey: 'ticket', metric: 'ces', scope: 'transactional', ...order('r2') };
    expect(await historyOf(ADA)).toEqual([
      { ...nps, ...order('r1'), outcome: 'displayed', at: ms(1) },
      { ...nps, ...order('r1'), outcome: 'answered', at: ms(1) },
      { ...ces, outcome: 'displayed', at: ms(2) },
      { ...ces, outcome: 'dismissed', at: ms(3) },
    ]);
    expect(briefly(await historyOf('bob'))).toEqual(['post-purchase displayed', 'post-purchase answered']);
    expect(await historyOf('nobody')).toEqual([]);
  });

  it('includes a display from before the respondent signed in, but no display to an earlier respondent', async () => {
    await kept.store.add([
      displayed({ response: 'r1', at: at(1), respondent: null }),
      answered(9, { response: 'r1', at: at(2), respondent: ADA }),
      displayed({ response: 'r2', at: at(3), survey: 'ticket', respondent: 'bob' }),
      snoozed({ response: 'r2', at: at(4), survey: 'ticket', respondent: ADA }),
    ]);
    expect((await historyOf(ADA)).map(({ outcome, at: time }) => [outcome, time])).toEqual([
      ['displayed', ms(1)],
      ['answered', ms(2)],
      ['displayed', ms(4)],
      ['snoozed', ms(4)],
    ]);
  });

  it('returns only events that were posted with the key of the request', async () => {
    await kept.store.add(wholeResponse([9], { response: 'r1', respondent: ADA, key: 'pk_1' }));
    expect(await historyOf(ADA, { key: 'pk_1' })).toHaveLength(2);
    expect(await historyOf(ADA, { key: 'pk_2' })).toEqual([]);
    expect(await historyOf(ADA)).toEqual([]);
  });

  it('finds a respondent id with characters that PostgreSQL cannot store', async () => {
    const strange = "NUL \0 and half \ud83d of a pair; '; drop table events; --";
    await kept.store.add([displayed({ response: 'r1', respondent: strange })]);
    expect(await historyOf(strange)).toHaveLength(1);
  });

  it('returns the same facts as toHistoryFacts for random events', async () => {
    const facts = fc.record({
      response: fc.constantFrom('r1', 'r2', 'r3'),
      sequence: fc.integer({ min: 0, max: 4 }),
      at: fc.integer({ min: 0, max: 50 }).map(at),
      group: fc.constantFrom(undefined, 'a', 'b'),
      variant: fc.constantFrom('nps' as const, 'csat' as const),
      quality: fc.constantFrom({}, {}, {}, { test: true }, { preview: true }, { automation: true }),
      context: fc.constantFrom({}, { touchpoint: { id: 'checkout' } }),
    });
    const toEvent: readonly ((facts: Facts) => ReceivedEvent)[] = [
      displayed,
      viewed,
      (each) => answered(7, each),
      (each) => answered('because', each),
      (each) => completed([7, 'because'], each),
      (each) => dismissed('escape', each),
      (each) => dismissed('escape', each, 1),
      (each) => dismissed('never', each, 1),
      snoozed,
      eligible,
      (each) => suppressed([{ gate: 'url' }], each),
    ];
    const event = fc
      .tuple(fc.constantFrom(...toEvent), facts)
      .map(([make, { group, ...each }]) => make({ ...each, ...(group ? { group } : {}), respondent: ADA }));
    // Facts with the same time may come in any order.
    const sorted = (history: readonly HistoryFact[]) => history.map((fact) => JSON.stringify(sort(fact))).sort();
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 12 }), fc.boolean(), async (events, test) => {
        await kept.database.query('delete from events');
        await kept.store.add(events);
        const read = await historyOf(ADA, { test });
        expect(sorted(read)).toEqual(sorted(toHistoryFacts(events, { limit: 500, test })));
        expect(read.map((fact) => fact.at)).toEqual(read.map((fact) => fact.at).sort((a, b) => a - b));
        parseHistory({ v: 1, facts: read });
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('returns the newest facts up to the limit, oldest first', async () => {
    await kept.store.add(
      [3, 1, 2].map((minute) => displayed({ response: `r${minute}`, at: at(minute), respondent: ADA })),
    );
    expect((await historyOf(ADA, { limit: 2 })).map((fact) => fact.at)).toEqual([ms(2), ms(3)]);
  });

  it('includes an answer as soon as the collector has acknowledged it', async () => {
    const collect = createCollector({ store: kept.store, history: true });
    const post = (query: string, body: unknown) =>
      collect(
        new Request(`https://collector.example/collect?v=1&${query}`, {
          method: 'POST',
          headers: { 'Content-Type': 'text/plain' },
          body: JSON.stringify(body),
        }),
      );
    const now = Date.now();
    // The clock of the sender is a year behind.
    const behind = new Date(now - 31_536_000_000).toISOString();
    const { event } = answered(9, { response: 'r1', respondent: ADA, at: behind });
    expect((await post(`ce=batch&t=${Date.parse(behind) + 1_000}`, [event])).status).toBe(204);
    const { facts } = parseHistory(await (await post('ce=history', { respondent: ADA })).json());
    expect(briefly(facts)).toEqual(['post-purchase displayed', 'post-purchase answered']);
    for (const fact of facts) expect(Math.abs(fact.at - now)).toBeLessThan(30_000);
  });
});

const sort = (fact: HistoryFact) => Object.fromEntries(Object.entries(fact).sort(([a], [b]) => (a < b ? -1 : 1)));

describe('a decision event in the reference store', () => {
  it('is stored, but does not count as a display or an answer and is not exported', async () => {
    const filters = parseFilters(new URLSearchParams());
    await kept.store.add(wholeResponse([9], { response: 'r1' }));
    const before = await readResults(kept.database, filters, 0);
    await kept.store.add([
      // One decision led to a response, the other did not.
      eligible({ response: 'r1', at: at(-60 * 24 * 40) }),
      suppressed([{ gate: 'clock', name: 'answered' }], { response: 'd1' }),
    ]);
    const after = await readResults(kept.database, filters, 0);
    expect({ ...after, suppressions: before.suppressions }).toEqual(before);
    expect((await readExport(kept.database, filters)).map(({ response_id: id }) => id)).toEqual(['r1']);
    expect(await kept.database.query("select count(*)::integer as count from events where response_id = 'd1'")).toEqual(
      [{ count: 1 }],
    );
  });
});

describe('the suppressions in the results', () => {
  const filters = (query = '') => parseFilters(new URLSearchParams(query));
  const read = async (query = '') => (await readResults(kept.database, filters(query), 0)).suppressions;
  const closed = (...names: string[]) =>
    names.map((each) => {
      const [gate = '', name] = each.split(' ');
      return { gate, ...(name ? { name } : {}) };
    });

  it('list the closed gates by frequency, with how often each gate was the only closed gate', async () => {
    await kept.store.add([
      suppressed(closed('clock answered', 'url'), { response: 'd1' }),
      suppressed(closed('clock answered'), { response: 'd2' }),
      suppressed(closed('clock visit', 'clock answered'), { response: 'd3' }),
      suppressed(closed('url'), { response: 'd4' }),
      eligible({ response: 'r1' }),
      ...wholeResponse([9], { response: 'r1' }),
    ]);
    expect(await read()).toEqual({
      eligible: 1,
      suppressed: 4,
      gates: [
        { gate: 'clock', name: 'answered', times: 3, alone: 1 },
        { gate: 'url', name: null, times: 2, alone: 1 },
        { gate: 'clock', name: 'visit', times: 1, alone: 0 },
      ],
    });
  });

  it('count a gate once for each decision, and count decisions without closed gates', async () => {
    await kept.store.add([
      suppressed(closed('page', 'page'), { response: 'd1' }),
      suppressed([], { response: 'd2' }),
      suppressed(
        Array.from({ length: 60 }, (_, index) => ({ gate: 'clock', name: `hostile ${index}` })),
        { response: 'd3' },
      ),
    ]);
    const { suppressed: count, gates } = await read();
    expect([count, gates.length]).toEqual([3, 50]);
    expect(gates[0]).toEqual({ gate: 'page', name: null, times: 1, alone: 1 });
  });

  it('obey the filters, and leave out tests without include=test', async () => {
    const checkout = { context: { touchpoint: { id: 'checkout' } } };
    await kept.store.add([
      suppressed(closed('url'), { response: 'd1', at: '2026-03-09T23:30:00Z', ...checkout }),
      suppressed(closed('never'), { response: 'd2', survey: 'ticket' }),
      suppressed(closed('veto'), { response: 'd3', quality: { test: true } }),
    ]);
    const gates = async (query: string) => (await read(query)).gates.map(({ gate }) => gate);
    expect(await gates('')).toEqual(['never', 'url']);
    expect(await gates('survey=ticket')).toEqual(['never']);
    expect(await gates('touchpoint=checkout')).toEqual(['url']);
    expect(await gates('from=2026-03-10')).toEqual(['never']);
    expect(await gates('from=2026-03-10&tz=Europe/Berlin')).toEqual(['never', 'url']);
    expect(await gates('to=2026-03-09')).toEqual(['url']);
    expect(await gates('include=test')).toEqual(['never', 'url', 'veto']);
  });

  it('include a survey that was never shown, and the filter lists that survey', async () => {
    await kept.store.add([
      suppressed(closed('sampling'), { response: 'd1', survey: 'hidden' }),
      displayed({ response: 'r1', survey: 'shown' }),
      suppressed(closed('clock answered'), { response: 'd2', survey: 'shown' }),
    ]);
    expect((await readResults(kept.database, filters(), 0)).surveys).toEqual([
      { value: 'hidden', responses: 0 },
      { value: 'shown', responses: 1 },
    ]);
  });
});

it('migrate() upgrades a database without respondent ids, and historyOf finds its respondents', async () => {
  const old = await openDatabase();
  const store = createEventStore(old);
  await store.add(wholeResponse([9], { response: 'r1', respondent: ADA }));
  await old.transaction(async ({ run }) => {
    await run('alter table events drop column respondent_id; alter table events drop column survey_group;');
    await run(readFileSync('examples/collector/migrations/003_choices.sql', 'utf8'));
    await run('delete from migrations where id > 3');
  });
  await migrate(old);
  expect(briefly((await store.historyOf?.(ADA, { limit: 9, test: false })) ?? [])).toEqual([
    'post-purchase displayed',
    'post-purchase answered',
  ]);
  await old.close();
}, 60_000);
