import { checkHistory, type HistoryFact, MAX_FACTS, type ScoreletHistory } from '../../../schema/index.ts';
import { type CaseContext, type ConformanceCase, Mismatch, Skipped } from '../conformanceCase.ts';
import { expectHeader, expectStatus, expectTaken, toWords } from '../receipt.ts';
import type { Answer } from '../send.ts';
import { SURVEY_ID } from '../testEvents.ts';

const HOUR_MS = 3_600_000;
const YEAR_MS = 8_760 * HOUR_MS;
/** The allowed difference between the expected time of a fact and its time in the history. */
const TOLERANCE_MS = 60_000;
const BATCH = 50;
const STRANGE = `'; drop table events; -- <b>"é😀" \\u0000 %_`;
const LONGEST = 500;

/** @throws Mismatch unless the response is a valid history */
const readHistory = (answer: Answer): readonly HistoryFact[] => {
  expectStatus(answer, 200);
  let said: unknown;
  try {
    said = JSON.parse(answer.text);
  } catch {
    // `checkHistory` below reports invalid JSON.
  }
  const [issue] = checkHistory(said);
  if (issue) {
    const where = issue.path === '' ? '' : ` with ${issue.path}: ${issue.expected}`;
    throw new Mismatch(`{"v":1,"facts":[…]}${where}`, toWords(answer));
  }
  return (said as ScoreletHistory).facts;
};

const outcomesOf = (facts: readonly HistoryFact[]) => facts.map(({ outcome }) => outcome).sort();

/** @throws Mismatch unless the history has exactly these outcomes, in any order */
const expectOutcomes = (answer: Answer, ...outcomes: readonly HistoryFact['outcome'][]): readonly HistoryFact[] => {
  const facts = readHistory(answer);
  const [expected, came] = [[...outcomes].sort().join(', ') || 'no facts', outcomesOf(facts).join(', ') || 'no facts'];
  if (expected !== came) throw new Mismatch(expected, came);
  return facts;
};

const take = async ({ post }: CaseContext, batch: readonly { readonly id: string }[], t?: number) =>
  expectTaken(await post(batch, t === undefined ? {} : { query: { t: `${t}` } }), batch);

/** Creates a case that runs only with `--history`, because histories are optional for a collector. */
const historyCase = (
  what: string,
  requirement: ConformanceCase['requirement'],
  title: string,
  run: ConformanceCase['run'],
): ConformanceCase => ({
  id: `history.${what}`,
  title,
  requirement,
  section: 'history',
  async run(context) {
    if (!context.mayAskHistory) throw new Skipped('histories are optional; run this case with --history');
    await run(context);
  },
});

export const historyCases: readonly ConformanceCase[] = [
  historyCase('form', 'must', 'responds with 200 and {"v":1,"facts":[]} for an unknown respondent', async (context) => {
    expectOutcomes(await context.ask({ respondent: context.events.newId(), test: true }));
  }),
  historyCase(
    'answered',
    'must',
    'returns one displayed and one answered fact for a response, with its survey, metric and scope',
    async (context) => {
      const { events, ask } = context;
      const [respondent, response] = [events.newId(), events.newId()];
      const next = (sequence: number) => ({ response, respondent, sequence });
      await take(context, [
        events.displayed(next(0)),
        events.viewed(next(1)),
        events.answered(next(2)),
        events.commented('Fast', next(3)),
        events.completed(next(4)),
      ]);
      for (const fact of expectOutcomes(await ask({ respondent, test: true }), 'displayed', 'answered')) {
        const { survey, metric, scope } = fact;
        if (survey !== SURVEY_ID || metric !== 'nps' || scope !== 'transactional') {
          throw new Mismatch(`${SURVEY_ID}, nps, transactional`, [survey, metric, scope].join(', '));
        }
      }
    },
  ),
  historyCase(
    'outcomes',
    'must',
    'returns dismissed, snoozed and never facts, and no dismissed fact when the respondent answered first',
    async (context) => {
      const { events, ask } = context;
      for (const [outcome, toEvents] of [
        ['dismissed', (facts: object) => [events.dismissed('escape', 0, facts)]],
        ['snoozed', (facts: object) => [events.snoozed(facts)]],
        ['never', (facts: object) => [events.dismissed('never', 0, facts)]],
        [
          'answered',
          (facts: object) => [events.answered(facts), events.dismissed('escape', 1, { ...facts, sequence: 2 })],
        ],
      ] as const) {
        const [respondent, response] = [events.newId(), events.newId()];
        await take(context, [
          events.displayed({ response, respondent }),
          ...toEvents({ response, respondent, sequence: 1 }),
        ]);
        expectOutcomes(await ask({ respondent, test: true }), 'displayed', outcome);
      }
    },
  ),
  historyCase('tests', 'must', 'leaves out test events unless the request has "test": true', async (context) => {
    const respondent = context.events.newId();
    await take(context, [context.events.displayed({ respondent })]);
    expectOutcomes(await context.ask({ respondent }));
    expectOutcomes(await context.ask({ respondent, test: false }));
    expectOutcomes(await context.ask({ respondent, test: true }), 'displayed');
  }),
  historyCase(
    'order',
    'must',
    'returns the oldest fact first, by the collector’s clock and not by the sender’s',
    async (context) => {
      const respondent = context.events.newId();
      const now = Date.now();
      // The clock of one sending device is a year behind, and that of the other is a year ahead.
      await take(context, [context.events.displayed({ respondent, time: now - YEAR_MS - HOUR_MS })], now - YEAR_MS);
      await take(context, [context.events.displayed({ respondent, time: now + YEAR_MS - 3 * HOUR_MS })], now + YEAR_MS);
      const facts = expectOutcomes(await context.ask({ respondent, test: true }), 'displayed', 'displayed');
      const isRight = (fact: HistoryFact | undefined, at: number) => Math.abs((fact?.at ?? 0) - at) < TOLERANCE_MS;
      if (!isRight(facts[0], now - 3 * HOUR_MS) || !isRight(facts[1], now - HOUR_MS)) {
        const hours = facts.map(({ at }) => `${((now - at) / HOUR_MS).toFixed(1)} h ago`);
        throw new Mismatch('3.0 h ago, 1.0 h ago', hours.join(', '));
      }
    },
  ),
  historyCase('others', 'must', 'returns no facts for a respondent with a similar id', async (context) => {
    const respondent = `${context.events.newId()}_a`;
    await take(context, [context.events.displayed({ respondent })]);
    for (const other of [
      respondent.toUpperCase(),
      `${respondent} `,
      respondent.slice(0, -1),
      respondent.replace(/_a$/, '%'),
    ]) {
      expectOutcomes(await context.ask({ respondent: other, test: true }));
    }
  }),
  historyCase('any-id', 'must', 'supports every respondent id of up to 500 characters', async (context) => {
    for (const respondent of [context.events.newId() + STRANGE, context.events.newId().padEnd(LONGEST, 'é')]) {
      await take(context, [context.events.displayed({ respondent })]);
      expectOutcomes(await context.ask({ respondent, test: true }), 'displayed');
    }
  }),
  historyCase('newest', 'should', `returns at most ${MAX_FACTS} facts, the newest`, async (context) => {
    const respondent = context.events.newId();
    const now = Date.now();
    for (let ago = MAX_FACTS + BATCH; ago > 0; ago -= BATCH) {
      const batch = Array.from({ length: BATCH }, (_, index) =>
        context.events.displayed({ respondent, time: now - (ago - index) * 1_000 }),
      );
      await take(context, batch, now);
    }
    const facts = readHistory(await context.ask({ respondent, test: true }));
    const newest = Math.max(...facts.map(({ at }) => at));
    if (facts.length !== MAX_FACTS || now - newest > TOLERANCE_MS) {
      const age = facts.length === 0 ? '' : `, the newest ${Math.round((now - newest) / 1_000)} s old`;
      throw new Mismatch(`${MAX_FACTS} facts, the newest a second old`, `${facts.length} facts${age}`);
    }
  }),
  historyCase(
    'no-store',
    'must',
    'sends Cache-Control: no-store, because a history is personal data',
    async (context) => {
      const answer = await context.ask({ respondent: context.events.newId(), test: true });
      expectHeader(answer, 'Cache-Control', 'no-store', (value) => /\bno-store\b/i.test(value));
    },
  ),
  historyCase('cors', 'must', 'lets a page of another origin read a history and an error', async (context) => {
    for (const question of [{ respondent: context.events.newId() }, {}]) {
      expectHeader(
        await context.ask(question),
        'Access-Control-Allow-Origin',
        `* or ${context.origin}`,
        (value) => value === '*' || value === context.origin,
      );
    }
  }),
  historyCase(
    'unreadable',
    'must',
    'refuses a history request without a valid respondent with 400',
    async ({ ask }) => {
      for (const question of ['{"respondent":', '', {}, { respondent: '' }, { respondent: 7 }, [], null]) {
        expectStatus(await ask(question), 400);
      }
    },
  ),
  historyCase('too-large', 'should', 'refuses a history request of 100 KiB with 413', async ({ ask, events }) => {
    expectStatus(await ask({ respondent: events.newId(), more: 'x'.repeat(102_400) }), 413);
  }),
  historyCase(
    'get',
    'must',
    'refuses a history request by GET, which would put ids into URLs and logs',
    async ({ ask, events }) => {
      expectStatus(await ask(undefined, { method: 'GET', query: { respondent: events.newId() } }), 405, 404);
    },
  ),
];
