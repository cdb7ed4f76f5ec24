import { type ConformanceCase, Mismatch } from '../conformanceCase.ts';
import { expectHeader, expectRefused, expectSorted, expectTaken, readReceipt, toWords } from '../receipt.ts';

/** Creates an invalid event that has an id, but no source, type and data. */
const nothingBut = (id: string) => ({ specversion: '1.0', id });

export const receiptCases: readonly ConformanceCase[] = [
  {
    id: 'acknowledge.form',
    title: 'acknowledges a batch with 202 or 204 and no body, or with 200 and a list of every event',
    requirement: 'must',
    section: 'acknowledge',
    async run({ events, post }) {
      const batch = [events.displayed(), events.answered()];
      const answer = await post(batch);
      expectTaken(answer, batch);
      if (answer.status !== 200 && answer.text !== '') {
        throw new Mismatch('202 or 204 without a body, or 200 with a list', toWords(answer));
      }
    },
  },
  {
    id: 'acknowledge.mixed',
    title: 'accepts the valid events of a batch and lists an invalid event with a code',
    requirement: 'must',
    section: 'acknowledge',
    async run({ events, post }) {
      const [before, bad, after] = [events.displayed(), nothingBut(events.newId()), events.answered()];
      expectSorted(await post([before, bad, after]), [before, after], [bad]);
    },
  },
  {
    id: 'acknowledge.each-once',
    title: 'lists each event of a batch with invalid events exactly once',
    requirement: 'must',
    section: 'acknowledge',
    async run({ events, post }) {
      const batch = [events.displayed(), nothingBut(events.newId()), events.answered(), nothingBut(events.newId())];
      const answer = await post(batch);
      const receipt = readReceipt(answer);
      const named = receipt.kind === 'list' ? [...receipt.accepted, ...receipt.rejected.map(({ id }) => id)] : [];
      if (JSON.stringify(named.sort()) !== JSON.stringify(batch.map(({ id }) => id).sort())) {
        throw new Mismatch('200 whose "accepted" and "rejected" name each of the 4 events once', toWords(answer));
      }
    },
  },
  {
    id: 'acknowledge.list-type',
    title: 'sends the list of accepted and rejected events as application/json',
    requirement: 'should',
    section: 'acknowledge',
    async run({ events, post }) {
      const answer = await post([events.displayed(), nothingBut(events.newId())]);
      expectHeader(answer, 'Content-Type', 'application/json', (type) =>
        /^application\/([\w.-]+\+)?json\b/i.test(type),
      );
    },
  },
  {
    id: 'acknowledge.invalid-alone',
    title: 'acknowledges no event of a batch without valid events',
    requirement: 'must',
    section: 'acknowledge',
    async run({ events, post }) {
      const batch = [nothingBut(events.newId()), nothingBut(events.newId())];
      expectRefused(await post(batch), batch);
    },
  },
  {
    id: 'acknowledge.no-source',
    title: 'rejects an event without a source, because the source is part of its identity',
    requirement: 'must',
    section: 'acknowledge',
    async run({ events, post }) {
      const { source: _, ...bad } = events.answered();
      const good = events.displayed();
      expectSorted(await post([good, bad]), [good], [bad]);
    },
  },
  {
    id: 'acknowledge.no-id',
    title: 'rejects an event without an id and accepts the other event of the batch',
    requirement: 'must',
    section: 'acknowledge',
    async run({ events, post }) {
      const good = events.displayed();
      const { id: _, ...bad } = events.answered();
      const answer = await post([good, bad]);
      const receipt = readReceipt(answer);
      const right =
        receipt.kind === 'list' &&
        receipt.accepted.length === 1 &&
        receipt.accepted[0] === good.id &&
        receipt.rejected.length === 1;
      if (!right) {
        throw new Mismatch(`200 with ${good.id} in "accepted" and one line in "rejected"`, toWords(answer));
      }
    },
  },
  {
    id: 'acknowledge.wrong-data',
    title: 'rejects an event whose data does not match its type, such as a score that is a word',
    requirement: 'should',
    section: 'acknowledge',
    async run({ events, post }) {
      const good = events.displayed();
      const event = events.answered();
      const bad = { ...event, data: { ...event.data, answer: { ...event.data.answer, score: 'nine' } } };
      expectSorted(await post([good, bad]), [good], [bad]);
    },
  },
  {
    id: 'acknowledge.unknown-type',
    title: 'accepts or rejects an event of an unknown type, and accepts the other event of the batch',
    requirement: 'must',
    section: 'acknowledge',
    async run({ events, post }) {
      const [good, event] = [events.displayed(), events.answered()];
      const strange = {
        ...event,
        type: 'scorelet.survey.invented.v9',
        dataschema: 'urn:scorelet:survey.invented:v9',
      };
      expectTaken(await post([good, strange]), [good]);
    },
  },
  {
    id: 'acknowledge.unknown-fields',
    title: 'accepts an event with unknown fields, which a newer SDK may add',
    requirement: 'must',
    section: 'acknowledge',
    async run({ events, post }) {
      const event = events.answered();
      const newer = {
        ...event,
        traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
        comnewextension: 7,
        data: {
          ...event.data,
          mood: { guessed: true, words: ['a', null, 1e21] },
          quality: { ...event.data.quality, x: 1 },
        },
      };
      expectTaken(await post([newer]), [newer]);
    },
  },
  {
    id: 'acknowledge.after-errors',
    title: 'accepts a batch after a request with an invalid body',
    requirement: 'must',
    section: 'acknowledge',
    async run({ events, post, send }) {
      await send({ body: '[{"id":' });
      const batch = [events.answered()];
      expectTaken(await post(batch), batch);
    },
  },
];
