import { type ConformanceCase, Mismatch } from '../conformanceCase.ts';
import { expectRefused, expectSorted, expectStatus, expectTaken, readReceipt, toWords } from '../receipt.ts';
import { byteLength } from '../testEvents.ts';

const KIB = 1024;
const EVENT_BYTES = 32 * KIB;
const REQUEST_BYTES = 64 * KIB;

export const limitCases: readonly ConformanceCase[] = [
  {
    id: 'limits.event-32k',
    title: 'accepts an event of 32 KiB',
    requirement: 'must',
    section: 'limits',
    async run({ events, post }) {
      const batch = [events.sized(EVENT_BYTES)];
      expectTaken(await post(batch), batch);
    },
  },
  {
    id: 'limits.event-32k-emoji',
    title: 'accepts an event of 32 KiB that consists mostly of emoji',
    requirement: 'must',
    section: 'limits',
    async run({ events, post }) {
      const batch = [events.sized(EVENT_BYTES, '😀')];
      expectTaken(await post(batch), batch);
    },
  },
  {
    id: 'limits.request-64k',
    title: 'accepts a request of 64 KiB',
    requirement: 'must',
    section: 'limits',
    async run({ events, post }) {
      const first = [events.sized(30 * KIB), events.sized(20 * KIB)];
      const batch = [...first, events.sized(REQUEST_BYTES - byteLength(first) - ','.length)];
      expectTaken(await post(batch), batch);
    },
  },
  {
    id: 'limits.event-over',
    title: 'rejects an event above 32 KiB and accepts the other events of the batch, or refuses the request with 413',
    requirement: 'must',
    section: 'limits',
    async run({ events, post }) {
      const [before, big, after] = [events.displayed(), events.sized(EVENT_BYTES + KIB), events.answered()];
      const answer = await post([before, big, after]);
      if (answer.status !== 413) expectSorted(answer, [before, after], [big]);
    },
  },
  {
    id: 'limits.event-over-alone',
    title: 'refuses an event above 32 KiB that is alone in its batch, so that the sender stops retrying',
    requirement: 'must',
    section: 'limits',
    async run({ events, post }) {
      const batch = [events.sized(40 * KIB)];
      expectRefused(await post(batch), batch);
    },
  },
  {
    id: 'limits.request-over',
    title: 'refuses a request above 64 KiB with 413, so that the sender splits the batch',
    requirement: 'must',
    section: 'limits',
    async run({ events, post }) {
      expectStatus(await post([events.sized(30 * KIB), events.sized(30 * KIB), events.sized(10 * KIB)]), 413);
    },
  },
  {
    id: 'limits.request-over-chunked',
    title: 'refuses a request above 64 KiB without a Content-Length with 413',
    requirement: 'should',
    section: 'limits',
    async run({ events, post }) {
      const batch = [events.sized(30 * KIB), events.sized(30 * KIB), events.sized(10 * KIB)];
      expectStatus(await post(batch, { framing: 'chunked' }), 413);
    },
  },
  {
    id: 'limits.request-mib',
    title: 'refuses a request of 1 MiB with a 413 that the sender receives before the connection closes',
    requirement: 'should',
    section: 'limits',
    async run({ events, post }) {
      const event = events.sized(30 * KIB);
      expectStatus(await post(Array.from({ length: 34 }, () => ({ ...event, id: events.newId() }))), 413);
    },
  },
  {
    id: 'limits.halves',
    title: 'accepts both halves of a batch that it refused as too large',
    requirement: 'must',
    section: 'limits',
    async run({ events, post }) {
      const batch = [events.sized(24 * KIB), events.sized(24 * KIB), events.sized(24 * KIB)];
      const whole = await post(batch);
      if (readReceipt(whole).kind !== 'none') throw new Mismatch('413 to more than 64 KiB', toWords(whole));
      for (const half of [batch.slice(0, 2), batch.slice(2)]) expectTaken(await post(half), half);
    },
  },
];
