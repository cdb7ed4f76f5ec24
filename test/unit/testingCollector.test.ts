import { describe, expect, it } from 'vitest';
import { checkEvent, type ScoreletEvent } from '../../src/schema/index.ts';
import { createTestCollector } from '../../src/testing/index.ts';
import { toPosted } from '../helpers/event.ts';
import { openSession } from '../helpers/session.ts';

/** What a respondent who says 3, then 9, then why, and submits, leaves behind. */
const respond = (): ScoreletEvent[] => {
  const { session } = openSession();
  const events = toPosted(session);
  session.display();
  session.select('nps', 3, 'pointer');
  session.commit('nps');
  session.select('nps', 9, 'pointer');
  session.commit('nps');
  session.write('comment', 'Fast');
  session.submit();
  return events;
};

const post = ({ fetch }: ReturnType<typeof createTestCollector>, events: unknown, address = '/collect') =>
  fetch(address, { method: 'POST', body: JSON.stringify(events) });

const send = ({ transport }: ReturnType<typeof createTestCollector>, events: readonly ScoreletEvent[]) =>
  transport(JSON.stringify(events), {
    ids: events.map(({ id }) => id),
    attempt: 0,
    reason: 'answer',
    signal: AbortSignal.timeout(1000),
  });

describe('a test collector', () => {
  it('keeps what a transport gives it, each event once', async () => {
    const collector = createTestCollector();
    const events = respond();
    expect(await send(collector, events)).toMatchObject({ status: 204 });
    expect(await send(collector, events)).toMatchObject({ status: 204 });
    expect(collector.events()).toEqual(events);
    expect(collector.rejected()).toEqual([]);
  });

  it('gives events in the order in which they happened, whatever way they came', async () => {
    const collector = createTestCollector();
    const events = respond();
    const others = respond().map((event) => ({ ...event, id: `other ${event.id}`, subject: 'response-2' }));
    await post(collector, [...others.slice(2), ...[...events].reverse(), ...others.slice(0, 2)]);
    expect(collector.events().map(({ id }) => id)).toEqual([...others, ...events].map(({ id }) => id));
  });

  it('takes the same id from another source for another event', async () => {
    const collector = createTestCollector();
    const [event] = respond();
    await post(collector, [event, { ...event, source: 'https://other.example#a' }]);
    expect(collector.events().length).toBe(2);
  });

  it('is a handler of the Fetch API too, with the answers and the headers of a collector', async () => {
    const collector = createTestCollector();
    const answer = await collector.fetch(
      new Request('https://collect.example/collect', { method: 'POST', body: JSON.stringify(respond()) }),
    );
    expect(answer.status).toBe(204);
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect((await collector.fetch('/collect', { method: 'OPTIONS' })).status).toBe(204);
    expect(collector.events().length).toBe(respond().length);
  });

  it('gives the events of one name, with its type', async () => {
    const collector = createTestCollector();
    await post(collector, respond());
    const scores = collector
      .eventsOf('answered')
      .map(({ data: { answer } }) => answer.kind === 'score' && answer.score);
    expect(scores).toEqual([3, 9, false]);
    expect(collector.eventsOf('completed').map(({ data }) => data.answers.length)).toEqual([2]);
    expect(collector.eventsOf('linkFollowed')).toEqual([]);
    // @ts-expect-error there is no such event
    collector.eventsOf('clicked');
  });

  it('counts answers as an analyst does: the last to each question', async () => {
    const collector = createTestCollector();
    const events = respond();
    const before = events.filter(({ type }) => !type.includes('completed'));
    await post(collector, before.filter(({ data }) => data.sequence < 4).reverse());
    expect(collector.answers()).toMatchObject([{ score: 9 }]);
    await post(collector, before);
    expect(collector.answers()).toMatchObject([{ score: 9 }, { text: 'Fast' }]);
  });

  it('counts what a completed response repeats, whatever was said before it', async () => {
    const collector = createTestCollector();
    const events = respond();
    await post(
      collector,
      events.filter(({ type }) => !type.includes('answered')),
    );
    expect(collector.answers()).toMatchObject([{ score: 9 }, { text: 'Fast' }]);
    collector.clear();
    // Taken back: what is not repeated does not count.
    const taken = events.map((event) =>
      event.type === 'scorelet.survey.completed.v1'
        ? { ...event, data: { ...event.data, answers: event.data.answers.slice(0, 1) } }
        : event,
    );
    await post(collector, taken);
    expect(collector.answers()).toMatchObject([{ score: 9 }]);
    expect(collector.answers().length).toBe(1);
  });

  it('does not mix the answers of two respondents', async () => {
    const collector = createTestCollector();
    await post(collector, respond());
    await post(
      collector,
      respond().map((event) => ({ ...event, id: `other ${event.id}`, subject: 'response-2' })),
    );
    expect(collector.answers().length).toBe(4);
  });

  it('says which event a collector refuses, where and why, before a test can pass over it', async () => {
    const collector = createTestCollector();
    const [event] = respond();
    const wrong = { ...event, data: { ...event?.data, sequence: -1 } };
    expect(checkEvent(wrong)).not.toEqual([]);
    expect((await post(collector, [event, wrong])).status).toBe(200);
    const message = /^The collector refused what was sent:\n {2}id-0 \(invalid_event\): data\.sequence: expected/;
    expect(() => collector.events()).toThrow(message);
    expect(() => collector.eventsOf('displayed')).toThrow(message);
    expect(() => collector.answers()).toThrow(message);
    await expect(collector.waitFor('displayed')).rejects.toThrow(message);
    expect(collector.rejected()).toMatchObject([{ id: 'id-0', code: 'invalid_event' }]);
    collector.clear();
    expect(collector.events()).toEqual([]);
  });

  it('tells the client what it refused, as a collector does', async () => {
    const collector = createTestCollector({ strict: false });
    const [event] = respond() as [ScoreletEvent];
    const receipt = await send(collector, [event, { ...event, id: 'x', time: 'soon' }]);
    expect(receipt).toMatchObject({ status: 200, accepted: ['id-0'], rejected: [{ id: 'x', code: 'invalid_event' }] });
    expect(collector.events()).toEqual([event]);
  });

  it('says why it refused a whole request', async () => {
    const collector = createTestCollector({ isKnownKey: (key) => key === 'pk' });
    expect((await post(collector, respond(), '/collect?k=other')).status).toBe(401);
    expect(() => collector.events()).toThrow('request (http_401): The publishable key (k) is not known.');
    collector.clear();
    await post(collector, respond(), '/collect?k=pk');
    expect(collector.events().length).toBe(respond().length);
  });
});

describe('waiting for an event', () => {
  it('resolves one that is there, and one that comes', async () => {
    const collector = createTestCollector();
    const events = respond();
    const coming = collector.waitFor('completed');
    await post(collector, events);
    expect((await coming).data.answers.length).toBe(2);
    expect((await collector.waitFor('displayed')).id).toBe('id-0');
  });

  it('resolves the one that is meant', async () => {
    const collector = createTestCollector();
    const coming = collector.waitFor('answered', { where: ({ data }) => data.answer.kind === 'text' });
    await post(collector, respond());
    expect((await coming).data.answer).toMatchObject({ text: 'Fast' });
  });

  it('says after the timeout what has come instead', async () => {
    const collector = createTestCollector();
    await expect(collector.waitFor('snoozed', { timeout: 10 })).rejects.toThrow(
      'No "snoozed" came within 10 ms, only: nothing.',
    );
    await post(collector, respond().slice(0, 2));
    await expect(collector.waitFor('snoozed', { timeout: 10 })).rejects.toThrow('only: displayed, viewed.');
  });
});

describe('a test collector that is to fail', () => {
  it('answers one request with the status and what to wait, and keeps nothing of it', async () => {
    const collector = createTestCollector();
    collector.fail(503, { retryAfter: 7 });
    expect(await send(collector, respond())).toMatchObject({ status: 503, retryAfter: '7' });
    expect(collector.events()).toEqual([]);
    expect(await send(collector, respond())).toMatchObject({ status: 204, retryAfter: null });
    expect(collector.events().length).toBe(respond().length);
  });

  it('fails as often as it is told, and no more after clear()', async () => {
    const collector = createTestCollector();
    const statuses = async (count: number) => {
      const all: number[] = [];
      for (let turn = 0; turn < count; turn++) all.push((await post(collector, respond())).status);
      return all;
    };
    collector.fail(429, { times: 2 });
    expect(await statuses(3)).toEqual([429, 429, 204]);
    collector.fail(500, { times: Number.POSITIVE_INFINITY });
    expect(await statuses(3)).toEqual([500, 500, 500]);
    collector.clear();
    expect(await statuses(1)).toEqual([204]);
  });

  it('is not reached at all when the network fails', async () => {
    const collector = createTestCollector();
    collector.fail('network', { times: 2 });
    await expect(post(collector, respond())).rejects.toThrow(TypeError);
    await expect(send(collector, respond())).rejects.toThrow(TypeError);
    expect(collector.rejected()).toEqual([]);
    expect((await post(collector, respond())).status).toBe(204);
  });
});
