import { type ConformanceCase, Mismatch } from '../conformanceCase.ts';
import { expectHeader, expectRefused, expectSorted, expectTaken, readReceipt, toWords } from '../receipt.ts';

/** Has an id and nothing else that an event needs: nobody could say whose it is, or count it once. */
const nothingBut = (id: string) => ({ specversion: '1.0', id });

export const receiptCases: readonly ConformanceCase[] = [
  {
    id: 'acknowledge.form',
    title: 'acknowledges with 202 or 204 and no body, or with 200 and a list of every event',
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
    title: 'takes the valid events beside an invalid one, and names the invalid one with a code',
    requirement: 'must',
    section: 'acknowledge',
    async run({ events, post }) {
      const [before, bad, after] = [events.displayed(), nothingBut(events.newId()), events.answered()];
      expectSorted(await post([before, bad, after]), [before, after], [bad]);
    },
  },
  {
    id: 'acknowledge.each-once',
    title: 'names each event of a mixed batch once, and no other',
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
    title: 'sends its list as JSON',
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
    title: 'does not acknowledge a batch in which nothing is valid',
    requirement: 'must',
    section: 'acknowledge',
    async run({ events, post }) {
      const batch = [nothingBut(events.newId()), nothingBut(events.newId())];
      expectRefused(await post(batch), batch);
    },
  },
  {
    id: 'acknowledge.no-source',
    title: 'rejects an event without a source: it could not be counted once',
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
    title: 'takes the event beside one without an id, and does not count the other as taken',
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
    title: 'rejects an event whose data are not what its type says: a score that is a word',
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
    title: 'takes the events beside one of a type that it does not know, whatever it does with that one',
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
    title: 'takes an event with fields that it does not know: a newer SDK may say more',
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
    title: 'takes a batch right after one that it could not read',
    requirement: 'must',
    section: 'acknowledge',
    async run({ events, post, send }) {
      await send({ body: '[{"id":' });
      const batch = [events.answered()];
      expectTaken(await post(batch), batch);
    },
  },
];
