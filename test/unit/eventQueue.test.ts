import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEventQueue } from '../../src/transport/eventQueue.ts';
import type { Delivery, Receipt, Transport } from '../../src/transport/transport.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A queue over a collector that answers with what the test lines up, 204 when nothing is left. */
const open = (...answers: (Receipt | 'throw' | 'hang')[]) => {
  const sent: (Delivery & { events: { id: string }[]; at: number })[] = [];
  const undeliverable: string[] = [];
  const retries: number[] = [];
  const transport: Transport = async (batch, delivery) => {
    sent.push({ ...delivery, events: JSON.parse(batch), at: Date.now() });
    const answer = answers.shift() ?? { status: 204 };
    if (answer === 'throw') throw new TypeError('Failed to fetch');
    if (answer === 'hang') return new Promise(() => {});
    return answer;
  };
  const queue = createEventQueue({
    transport,
    onUndeliverable: (id, code) => undeliverable.push(`${id} ${code}`),
    onRetry: (status) => retries.push(status),
    random: () => 1,
  });
  const add = (id: string, urgent = true) => queue.add({ id, json: JSON.stringify({ id }), urgent });
  return { queue, sent, undeliverable, retries, add, ids: () => sent.map(({ ids }) => ids.join()) };
};

describe('the queue', () => {
  it('sends answers at once, together with what waits and with what happens in the same task', async () => {
    const { add, ids } = open();
    add('displayed', false);
    await vi.advanceTimersByTimeAsync(100);
    expect(ids()).toEqual([]);
    add('answered');
    add('completed');
    await vi.advanceTimersByTimeAsync(0);
    expect(ids()).toEqual(['displayed,answered,completed']);
  });

  it('lets what is not urgent wait a second for company', async () => {
    const { add, ids, queue } = open();
    add('displayed', false);
    await vi.advanceTimersByTimeAsync(990);
    expect(ids()).toEqual([]);
    await vi.advanceTimersByTimeAsync(20);
    expect(ids()).toEqual(['displayed']);
    expect(queue.size()).toBe(0);
  });

  it.each<[string, Receipt | 'throw']>([
    ['503', { status: 503 }],
    ['a network that fails', 'throw'],
    ['a redirect', { status: 0 }],
    ['a 200 that is not ours', { status: 200 }],
    ['a 200 that names other events', { status: 200, accepted: ['other'] }],
  ])('keeps events that were not delivered and sends them again: %s', async (_, answer) => {
    const { add, ids, queue, retries } = open(answer);
    add('a');
    await vi.advanceTimersByTimeAsync(10);
    expect(queue.size()).toBe(1);
    expect(retries).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2100);
    expect(ids()).toEqual(['a', 'a']);
    expect(queue.size()).toBe(0);
  });

  it('gives up on a transport that hangs after ten seconds, and sends again', async () => {
    const { add, ids } = open('hang');
    add('a');
    await vi.advanceTimersByTimeAsync(9900);
    expect(ids()).toEqual(['a']);
    await vi.advanceTimersByTimeAsync(2300);
    expect(ids()).toEqual(['a', 'a']);
  });

  it.each(['seconds', 'a date'])('never sends before what Retry-After asked for, in %s', async (form) => {
    vi.setSystemTime(Date.UTC(2026, 0, 2));
    const retryAfter = form === 'seconds' ? '7' : new Date(Date.now() + 7000).toUTCString();
    const { add, sent } = open({ status: 429, retryAfter });
    add('a');
    await vi.advanceTimersByTimeAsync(100);
    add('b');
    await vi.advanceTimersByTimeAsync(6800);
    expect(sent).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(500);
    expect(sent.map(({ ids }) => ids)).toEqual([['a'], ['a', 'b']]);
  });

  it('waits longer after each failure, up to five minutes', async () => {
    const { add, sent } = open(...Array.from({ length: 12 }, () => ({ status: 503 })));
    add('a');
    await vi.advanceTimersByTimeAsync(1_500_000);
    const gaps = sent.slice(1).map(({ at }, index) => Math.round((at - (sent[index]?.at ?? 0)) / 1000));
    expect(gaps.slice(0, 4)).toEqual([2, 4, 8, 16]);
    expect(Math.max(...gaps)).toBe(300);
  });

  it('forgets what the collector took and reports what it refused, event by event', async () => {
    const { add, queue, undeliverable } = open({
      status: 200,
      accepted: ['a'],
      rejected: [{ id: 'b', code: 'invalid_event' }],
    });
    add('a');
    add('b');
    await vi.advanceTimersByTimeAsync(10);
    expect(queue.size()).toBe(0);
    expect(undeliverable).toEqual(['b invalid_event']);
  });

  it('halves a batch that is too much, and gives up only the single event that is', async () => {
    const { queue, undeliverable, ids } = (() => {
      const opened = open({ status: 413 }, { status: 413 }, { status: 413 });
      for (const id of ['a', 'b', 'c', 'd']) opened.add(id);
      return opened;
    })();
    await vi.advanceTimersByTimeAsync(100);
    expect(ids().slice(0, 3)).toEqual(['a,b,c,d', 'a,b', 'a']);
    expect(undeliverable).toEqual(['a http_413']);
    expect(queue.size()).toBe(0);
  });

  it('has one request under way, and one more when the page is left', async () => {
    const { add, ids, queue } = open('hang');
    add('a');
    await vi.advanceTimersByTimeAsync(10);
    add('b');
    await vi.advanceTimersByTimeAsync(10);
    expect(ids()).toEqual(['a']);
    void queue.flush('hidden');
    await vi.advanceTimersByTimeAsync(10);
    expect(ids()).toEqual(['a', 'a,b']);
    expect(queue.size()).toBe(0);
  });

  it('holds everything while it is paused, and lets it go after', async () => {
    const { add, ids, queue } = open();
    queue.pause(true);
    add('a');
    await vi.advanceTimersByTimeAsync(5000);
    expect(ids()).toEqual([]);
    queue.pause(false);
    await vi.advanceTimersByTimeAsync(10);
    expect(ids()).toEqual(['a']);
  });

  it('is at rest when everything is delivered: no timer is left', async () => {
    const { add } = open({ status: 503 });
    add('a');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(vi.getTimerCount()).toBe(0);
  });
});
