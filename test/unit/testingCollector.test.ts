import { describe, expect, it } from 'vitest';
import { checkEvent, type ScoreletEvent } from '../../src/schema/index.ts';
import { createTestCollector } from '../../src/testing/index.ts';
import { toPosted } from '../helpers/event.ts';
import { openSession } from '../helpers/session.ts';

/** Returns the events of a respondent who scores 3, changes to 9, writes a comment and submits. */
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
  it('stores the events of a transport and counts duplicates once', async () => {
    const collector = createTestCollector();
    const events = respond();
    expect(await send(collector, events)).toMatchObject({ status: 204 });
    expect(await send(collector, events)).toMatchObject({ status: 204 });
    expect(collector.events()).toEqual(events);
    expect(collector.rejected()).toEqual([]);
  });

  it('returns events sorted by response and sequence, for any order of arrival', async () => {
    const collector = createTestCollector();
    const events = respond();
    const others = respond().map((event) => ({ ...event, id: `other ${event.id}`, subject: 'response-2' }));
    await post(collector, [...others.slice(2), ...[...events].reverse(), ...others.slice(0, 2)]);
    expect(collector.events().map(({ id }) => id)).toEqual([...others, ...events].map(({ id }) => id));
  });

  it('counts the same id from another source as another event', async () => {
    const collector = createTestCollector();
    const [event] = respond();
    await post(collector, [event, { ...event, source: 'https://other.example#a' }]);
    expect(collector.events().length).toBe(2);
  });

  it('works as a Fetch API handler with the responses and headers of a collector', async () => {
    const collector = createTestCollector();
    const answer = await collector.fetch(
      new Request('https://collect.example/collect', { method: 'POST', body: JSON.stringify(respond()) }),
    );
    expect(answer.status).toBe(204);
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect((await collector.fetch('/collect', { method: 'OPTIONS' })).status).toBe(204);
    expect(collector.events().length).toBe(respond().length);
  });

  it('returns the events with one name, typed by that name', async () => {
    const collector = createTestCollector();
    await post(collector, respond());
    const scores = collector
      .eventsOf('answered')
      .map(({ data: { answer } }) => answer.kind === 'score' && answer.score);
    expect(scores).toEqual([3, 9, false]);
    expect(collector.eventsOf('completed').map(({ data }) => data.answers.length)).toEqual([2]);
    expect(collector.eventsOf('linkFollowed')).toEqual([]);
    // @ts-expect-error `clicked` is not an event name
    collector.eventsOf('clicked');
  });

  it('returns the last answer to each question of an open response', async () => {
    const collector = createTestCollector();
    const events = respond();
    const before = events.filter(({ type }) => !type.includes('completed'));
    await post(collector, before.filter(({ data }) => data.sequence < 4).reverse());
    expect(collector.answers()).toMatchObject([{ score: 9 }]);
    await post(collector, before);
    expect(collector.answers()).toMatchObject([{ score: 9 }, { text: 'Fast' }]);
  });

  it('returns the answers of the completed event for a completed response', async () => {
    const collector = createTestCollector();
    const events = respond();
    await post(
      collector,
      events.filter(({ type }) => !type.includes('answered')),
    );
    expect(collector.answers()).toMatchObject([{ score: 9 }, { text: 'Fast' }]);
    collector.clear();
    // An answer that the completed event does not repeat was withdrawn.
    const taken = events.map((event) =>
      event.type === 'scorelet.survey.completed.v1'
        ? { ...event, data: { ...event.data, answers: event.data.answers.slice(0, 1) } }
        : event,
    );
    await post(collector, taken);
    expect(collector.answers()).toMatchObject([{ score: 9 }]);
    expect(collector.answers().length).toBe(1);
  });

  it('keeps the answers of two responses apart', async () => {
    const collector = createTestCollector();
    await post(collector, respond());
    await post(
      collector,
      respond().map((event) => ({ ...event, id: `other ${event.id}`, subject: 'response-2' })),
    );
    expect(collector.answers().length).toBe(4);
  });

  it('throws an error with the id, path and reason of a refused event when a test reads the events', async () => {
    const collector = createTestCollector();
    const [event] = respond();
    const wrong = { ...event, data: { ...event?.data, sequence: -1 } };
    expect(checkEvent(wrong)).not.toEqual([]);
    expect((await post(collector, [event, wrong])).status).toBe(200);
    const message = /^The collector refused events or requests:\n {2}id-0 \(invalid_event\): data\.sequence: expected/;
    expect(() => collector.events()).toThrow(message);
    expect(() => collector.eventsOf('displayed')).toThrow(message);
    expect(() => collector.answers()).toThrow(message);
    await expect(collector.waitFor('displayed')).rejects.toThrow(message);
    expect(collector.rejected()).toMatchObject([{ id: 'id-0', code: 'invalid_event' }]);
    collector.clear();
    expect(collector.events()).toEqual([]);
  });

  it('sends the client a receipt with the rejected event', async () => {
    const collector = createTestCollector({ strict: false });
    const [event] = respond() as [ScoreletEvent];
    const receipt = await send(collector, [event, { ...event, id: 'x', time: 'soon' }]);
    expect(receipt).toMatchObject({ status: 200, accepted: ['id-0'], rejected: [{ id: 'x', code: 'invalid_event' }] });
    expect(collector.events()).toEqual([event]);
  });

  it('throws an error with the reason of a refused request', async () => {
    const collector = createTestCollector({ isKnownKey: (key) => key === 'pk' });
    expect((await post(collector, respond(), '/collect?k=other')).status).toBe(401);
    expect(() => collector.events()).toThrow('request (http_401): Unknown publishable key in the query parameter k.');
    collector.clear();
    await post(collector, respond(), '/collect?k=pk');
    expect(collector.events().length).toBe(respond().length);
  });
});

describe('waitFor of a test collector', () => {
  it('resolves an event that has arrived and an event that arrives later', async () => {
    const collector = createTestCollector();
    const events = respond();
    const coming = collector.waitFor('completed');
    await post(collector, events);
    expect((await coming).data.answers.length).toBe(2);
    expect((await collector.waitFor('displayed')).id).toBe('id-0');
  });

  it('resolves the first event for which `where` returns true', async () => {
    const collector = createTestCollector();
    const coming = collector.waitFor('answered', { where: ({ data }) => data.answer.kind === 'text' });
    await post(collector, respond());
    expect((await coming).data.answer).toMatchObject({ text: 'Fast' });
  });

  it('rejects after the timeout with the names of the events that arrived', async () => {
    const collector = createTestCollector();
    await expect(collector.waitFor('snoozed', { timeout: 10 })).rejects.toThrow(
      'No "snoozed" event arrived within 10 ms. Events that arrived: none.',
    );
    await post(collector, respond().slice(0, 2));
    await expect(collector.waitFor('snoozed', { timeout: 10 })).rejects.toThrow(
      'Events that arrived: displayed, viewed.',
    );
  });
});

describe('fail of a test collector', () => {
  it('responds to one request with the status and Retry-After and stores no events', async () => {
    const collector = createTestCollector();
    collector.fail(503, { retryAfter: 7 });
    expect(await send(collector, respond())).toMatchObject({ status: 503, retryAfter: '7' });
    expect(collector.events()).toEqual([]);
    expect(await send(collector, respond())).toMatchObject({ status: 204, retryAfter: null });
    expect(collector.events().length).toBe(respond().length);
  });

  it('makes the given number of requests fail, until clear()', async () => {
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

  it('rejects requests with a TypeError for a network failure and stores nothing', async () => {
    const collector = createTestCollector();
    collector.fail('network', { times: 2 });
    await expect(post(collector, respond())).rejects.toThrow(TypeError);
    await expect(send(collector, respond())).rejects.toThrow(TypeError);
    expect(collector.rejected()).toEqual([]);
    expect((await post(collector, respond())).status).toBe(204);
  });
});
