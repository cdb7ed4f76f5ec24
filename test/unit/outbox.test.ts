import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Receipt } from '../../src/api/transport.ts';
import { createSite, openOutbox, pass, recordsOf } from '../helpers/outboxSite.ts';

const T0 = Date.UTC(2026, 0, 2);

beforeEach(() => {
  vi.useFakeTimers({ now: T0 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('an outbox', () => {
  it('sends an answer at once, in one request with waiting events and events of the same task', async () => {
    const { add, ids } = openOutbox();
    add('displayed', false);
    await pass(100);
    expect(ids()).toEqual([]);
    add('answered');
    add('completed');
    await pass(0);
    expect(ids()).toEqual(['answered,completed,displayed']);
  });

  it('sends events that are not urgent after a second', async () => {
    const { add, ids, site } = openOutbox();
    add('displayed', false);
    await pass(990);
    expect(ids()).toEqual([]);
    await pass(20);
    expect(ids()).toEqual(['displayed']);
    expect([...site.local, ...site.durable]).toEqual([]);
  });

  it.each<[string, ('throw' | 'hang')[]]>([
    ['breaks twice', ['throw', 'throw']],
    ['hangs', ['hang']],
  ])('settles an event within 15 s when the connection %s after the collector has stored it', async (_, broken) => {
    const { add, ids, site } = openOutbox([...broken]);
    add('a');
    await pass(15_000);
    expect(ids()).toEqual([...broken, 'settled'].map(() => 'a'));
    expect([...site.local, ...site.durable]).toEqual([]);
  });

  it('writes an answer to the device before it sends it', () => {
    const { add, site, sent } = openOutbox();
    add('a');
    expect(sent).toEqual([]);
    expect(recordsOf(site)).toEqual([{ v: 1, state: 'waiting', answer: true, time: T0, json: '{"id":"a"}' }]);
  });

  it.each<[string, Receipt | 'throw']>([
    ['503', { status: 503 }],
    ['a network that fails', 'throw'],
    ['a redirect', { status: 0 }],
    ['a 200 without a list of events', { status: 200 }],
    ['a 200 that lists other events', { status: 200, accepted: ['other'] }],
    ['a transport with an invalid receipt', { status: 200, accepted: 7 as unknown as string[] }],
    ['a transport without a receipt', undefined as unknown as Receipt],
  ])('keeps undelivered events and sends the same bytes again after a failure: %s', async (_, answer) => {
    const { add, ids, bodies, site } = openOutbox([answer]);
    add('a');
    await pass(10);
    expect(site.durable.size).toBe(1);
    await pass(2100);
    expect(ids()).toEqual(['a', 'a']);
    expect(new Set(bodies).size).toBe(1);
    expect([...site.local, ...site.durable]).toEqual([]);
  });

  it('abandons a hanging request after ten seconds and sends again', async () => {
    const { add, ids } = openOutbox(['hang']);
    add('a');
    await pass(9900);
    expect(ids()).toEqual(['a']);
    await pass(2300);
    expect(ids()).toEqual(['a', 'a']);
  });

  it.each(['seconds', 'a date'])('sends from no tab before the time in Retry-After, given as %s', async (form) => {
    const retryAfter = form === 'seconds' ? '7' : new Date(Date.now() + 7000).toUTCString();
    const { add, sent, site, outbox } = openOutbox([{ status: 429, retryAfter }]);
    const other = openOutbox([], site);
    add('a');
    await pass(100);
    add('b');
    other.add('c');
    outbox.leave();
    void outbox.flush();
    other.outbox.wake();
    await pass(6800);
    expect(sent).toHaveLength(1);
    expect(other.sent).toHaveLength(0);
    await pass(1500);
    expect([...sent, ...other.sent].flatMap(({ ids }) => ids).sort()).toEqual(['a', 'a', 'b', 'c']);
  });

  it('doubles the pause after each failure, up to five minutes', async () => {
    const { add, sent } = openOutbox(Array.from({ length: 40 }, () => ({ status: 503 })));
    add('a');
    await pass(3_000_000);
    const gaps = sent.slice(1).map(({ at }, index) => Math.round((at - (sent[index]?.at ?? 0)) / 1000));
    expect(gaps.slice(0, 4)).toEqual([2, 4, 8, 16]);
    expect(Math.max(...gaps)).toBe(300);
  });

  it('retries every five minutes after three attempts without a response, and at once after wake()', async () => {
    const { add, sent, outbox } = openOutbox(Array.from({ length: 9 }, () => 'throw' as const));
    add('a');
    await pass(20_000);
    const before = sent.length;
    expect(before).toBe(3);
    await pass(250_000);
    expect(sent).toHaveLength(before);
    outbox.wake();
    await pass(1000);
    expect(sent).toHaveLength(before + 1);
  });

  it('removes accepted events, reports and parks rejected ones', async () => {
    const { add, undeliverable, delivered, site } = openOutbox([
      { status: 200, accepted: ['a'], rejected: [{ id: 'b', code: 'invalid_event' }] },
    ]);
    add('a');
    add('b');
    await pass(10);
    expect(delivered).toEqual([{ ids: ['a'], status: 200, attempt: 0 }]);
    expect(undeliverable).toEqual([{ id: 'b', code: 'invalid_event', json: '{"id":"b"}' }]);
    expect(recordsOf(site)).toEqual([{ v: 1, state: 'parked', answer: true, time: T0, json: '{"id":"b"}' }]);
    expect([...site.durable]).toEqual([]);
  });

  it.each([400, 413, 422])(
    'halves a batch after a %i and gives up only an event that gets this status when sent alone',
    async (status) => {
      const { add, undeliverable, ids } = openOutbox([{ status }, { status }, { status }]);
      for (const id of ['a', 'b', 'c', 'd']) add(id);
      await pass(2000);
      expect(ids()).toEqual(['a,b,c,d', 'a,b', 'a', 'b', 'c,d']);
      expect(undeliverable.map(({ id, code }) => `${id} ${code}`)).toEqual([`a http_${status}`]);
    },
  );

  it.each([401, 403, 404, 410, 415])('retries once an hour after a %i and gives up after a day', async (status) => {
    const { add, sent, undeliverable } = openOutbox(Array.from({ length: 40 }, () => ({ status })));
    add('a');
    await pass(10 * 3_600_000);
    expect(sent.length).toBeGreaterThanOrEqual(10);
    expect(sent.length).toBeLessThanOrEqual(11);
    expect(undeliverable).toEqual([]);
    await pass(16 * 3_600_000);
    expect(undeliverable.map(({ code }) => code)).toEqual([`http_${status}`]);
  });

  it.each<[string, Receipt, number]>([
    ['soon after a 503', { status: 503 }, 3000],
    ['within an hour after a Retry-After', { status: 429, retryAfter: 60 }, 3_600_000],
  ])('sends waiting events %s, although the clock was five years ahead then', async (_, answer, limit) => {
    // One answer for the first attempt, and one for the last attempt of the page.
    const ahead = openOutbox([answer, answer]);
    vi.setSystemTime(T0 + 5 * 365 * 86_400_000);
    ahead.add('a');
    await pass(10);
    ahead.outbox.stop();
    vi.setSystemTime(T0);
    const { ids } = openOutbox([], ahead.site);
    await pass(limit);
    expect(ids()).toEqual(['a']);
  });

  it('has at most one request in progress, and a second one when the respondent leaves the page', async () => {
    const { add, ids, outbox } = openOutbox(['hang']);
    add('a');
    await pass(10);
    add('b');
    await pass(10);
    expect(ids()).toEqual(['a']);
    outbox.leave();
    // The first request outlives the page, so its event is not sent twice.
    expect(ids()).toEqual(['a', 'b']);
    outbox.leave();
    expect(ids()).toHaveLength(2);
  });

  it('sends the events of a running retry again on leaving the page, because the page aborts the retry', async () => {
    const { add, ids, outbox } = openOutbox([{ status: 503 }, 'hang']);
    add('a');
    await pass(2100);
    outbox.leave();
    expect(ids()).toEqual(['a', 'a', 'a']);
  });

  it('gives up an event that the collector cannot read only when the event was sent alone, not as the last open event of a batch', async () => {
    let answer: (receipt: Receipt) => void = () => {};
    const slow = new Promise<Receipt>((resolve) => {
      answer = resolve;
    });
    const { add, outbox, ids, undeliverable } = openOutbox([{ status: 503 }, slow, { status: 200, accepted: ['a'] }]);
    add('a');
    add('b');
    await pass(2100);
    // The page is left during the second attempt. The copy delivers one of the two events.
    outbox.leave();
    await pass(10);
    answer({ status: 400 });
    await pass(2000);
    expect(ids()).toEqual(['a,b', 'a,b', 'a,b', 'b']);
    expect(undeliverable).toEqual([]);
  });

  it('obeys the Retry-After of a response even when all its events are accepted or rejected', async () => {
    let answer: (receipt: Receipt) => void = () => {};
    const { add, sent, outbox } = openOutbox([
      new Promise<Receipt>((resolve) => {
        answer = resolve;
      }),
    ]);
    add('a');
    await pass(10);
    outbox.withdraw((json) => json);
    answer({ status: 429, retryAfter: 60 });
    await pass(10);
    add('b');
    await pass(50_000);
    expect(sent).toHaveLength(1);
    await pass(20_000);
    expect(sent).toHaveLength(2);
  });

  it('sends a long queue in several requests, at most five a second', async () => {
    const { add, sent } = openOutbox([], createSite(), { persist: false });
    for (let index = 0; index < 1000; index++) add(`a${index}`, false);
    await pass(20_000);
    expect(sent.flatMap(({ ids }) => ids)).toHaveLength(1000);
    expect(sent.every(({ ids }) => ids.length <= 50)).toBe(true);
    const times = sent.map(({ at }) => at);
    expect(times.some((at, index) => (times[index + 5] ?? Number.POSITIVE_INFINITY) - at < 1000)).toBe(false);
  });

  it('has no running timer when all events are delivered', async () => {
    const { add } = openOutbox([{ status: 503 }]);
    add('a');
    await pass(30_000);
    expect(vi.getTimerCount()).toBe(0);
  });
});
