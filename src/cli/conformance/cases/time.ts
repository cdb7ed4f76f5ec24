import type { ConformanceCase } from '../conformanceCase.ts';
import { expectTaken } from '../receipt.ts';

const YEARS_5 = 5 * 365 * 86_400_000;

const SKEWS = [
  { what: 'behind', words: 'behind', event: -YEARS_5, sent: -YEARS_5 },
  { what: 'ahead', words: 'ahead', event: YEARS_5, sent: YEARS_5 },
] as const;

export const timeCases: readonly ConformanceCase[] = [
  ...SKEWS.map(
    ({ what, words, event, sent }): ConformanceCase => ({
      id: `time.${what}`,
      title: `accepts events of a sender whose clock is five years ${words}`,
      requirement: 'must',
      section: 'time',
      async run({ events, post }) {
        const now = Date.now();
        const batch = [events.answered({ time: now + event }), events.completed({ time: now + event + 1_000 })];
        expectTaken(await post(batch, { query: { t: `${now + sent + 2_000}` } }), batch);
      },
    }),
  ),
  {
    id: 'time.jumped',
    title: 'accepts an event whose time is five years before or after the time of the request',
    requirement: 'must',
    section: 'time',
    async run({ events, post }) {
      const now = Date.now();
      for (const time of [now - YEARS_5, now + YEARS_5]) {
        const batch = [events.answered({ time })];
        expectTaken(await post(batch), batch);
      }
    },
  },
  {
    id: 'time.old',
    title: 'accepts an event that is a week old',
    requirement: 'must',
    section: 'time',
    async run({ events, post }) {
      const batch = [events.answered({ time: Date.now() - 7 * 86_400_000 })];
      expectTaken(await post(batch, { query: { n: '9' } }), batch);
    },
  },
  {
    id: 'time.extremes',
    title: 'accepts an event of the year 1970 and an event of the year 9999',
    requirement: 'must',
    section: 'time',
    async run({ events, post }) {
      const batch = [events.answered({ time: 0 }), events.answered({ time: Date.UTC(9999, 11, 31) })];
      expectTaken(await post(batch), batch);
    },
  },
  {
    id: 'time.whole-seconds',
    title: 'accepts an event whose time has no milliseconds',
    requirement: 'must',
    section: 'time',
    async run({ events, post }) {
      const event = events.answered();
      const batch = [{ ...event, time: event.time.replace(/\.\d+Z$/, 'Z') }];
      expectTaken(await post(batch), batch);
    },
  },
  {
    id: 'time.no-t',
    title: 'accepts a batch without the query parameter t (send time)',
    requirement: 'must',
    section: 'time',
    async run({ events, post }) {
      const batch = [events.answered()];
      expectTaken(await post(batch, { query: { t: undefined } }), batch);
    },
  },
  {
    id: 'time.no-n',
    title: 'accepts a batch without the query parameter n (attempt)',
    requirement: 'must',
    section: 'time',
    async run({ events, post }) {
      const batch = [events.answered()];
      expectTaken(await post(batch, { query: { n: undefined } }), batch);
    },
  },
  {
    id: 'time.strange-t',
    title: 'accepts a batch with an invalid query parameter t: a word, a negative number, a number out of range',
    requirement: 'must',
    section: 'time',
    async run({ events, post }) {
      for (const t of ['yesterday', '', '-5', '1.5', '99999999999999', '1e300']) {
        const batch = [events.answered()];
        expectTaken(await post(batch, { query: { t } }), batch);
      }
    },
  },
];
