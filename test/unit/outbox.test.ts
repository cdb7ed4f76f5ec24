import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createOutbox } from '../../src/outbox/outbox.ts';
import type { Ports } from '../../src/outbox/ports.ts';
import type { Delivered, Delivery, Receipt, Transport, Undeliverable } from '../../src/transport/transport.ts';

const T0 = Date.UTC(2026, 0, 2);
const DAY_MS = 86_400_000;

beforeEach(() => {
  vi.useFakeTimers({ now: T0 });
});
afterEach(() => {
  vi.useRealTimers();
});

/** What the tabs of one site share. */
const createSite = () => ({ local: new Map<string, string>(), durable: new Map<string, string>(), locked: false });
type Site = ReturnType<typeof createSite>;

interface Trouble {
  localFails?: boolean;
  hold?: boolean;
  persist?: boolean;
}

/** A tab with an outbox over a collector that answers with what the test lines up, 204 when nothing is left. */
const open = (
  answers: (Receipt | Promise<Receipt> | 'throw' | 'hang')[] = [],
  site: Site = createSite(),
  trouble: Trouble = {},
) => {
  const sent: (Delivery & { at: number })[] = [];
  const bodies: string[] = [];
  const undeliverable: Undeliverable[] = [];
  const delivered: Delivered[] = [];
  const retries: number[] = [];
  const transport: Transport = async (batch, delivery) => {
    sent.push({ ...delivery, at: Date.now() });
    bodies.push(batch);
    const answer = answers.length > 0 ? answers.shift() : { status: 204 };
    if (answer === 'throw') throw new TypeError('Failed to fetch');
    if (answer === 'hang') return new Promise(() => {});
    return answer as Receipt;
  };
  const ports: Ports = {
    now: () => Date.now(),
    after(ms, callback) {
      const timer = setTimeout(callback, ms);
      return () => clearTimeout(timer);
    },
    timeout(ms) {
      const abort = new AbortController();
      setTimeout(() => abort.abort(), ms);
      return abort.signal;
    },
    random: () => 0.999,
    local: {
      keys: () => [...site.local.keys()],
      get: (key) => site.local.get(key) ?? null,
      set(key, value) {
        if (trouble.localFails) throw new DOMException('full', 'QuotaExceededError');
        site.local.set(key, value);
      },
      remove: (key) => void site.local.delete(key),
    },
    durable: {
      entries: async () => [...site.durable],
      put: async (key, value) => void site.durable.set(key, value),
      remove: async (keys) => {
        for (const key of keys) site.durable.delete(key);
      },
    },
    async lock(task) {
      if (site.locked) return false;
      site.locked = true;
      await task();
      site.locked = false;
      return true;
    },
    transport,
  };
  const outbox = createOutbox({
    queue: '@https://collector.example',
    ports,
    persist: trouble.persist ?? true,
    hold: trouble.hold ?? false,
    onDelivery: (each) => delivered.push(each),
    onUndeliverable: (each) => undeliverable.push(each),
    onRetry: (status) => retries.push(status),
  });
  const add = (id: string, urgent = true, json = JSON.stringify({ id })) =>
    outbox.add({ id, json, answer: urgent, urgent });
  return {
    outbox,
    sent,
    bodies,
    undeliverable,
    delivered,
    retries,
    add,
    site,
    ids: () => sent.map(({ ids }) => ids.join()),
  };
};

const records = ({ local }: Site) =>
  [...local].filter(([key]) => key.startsWith('scorelet:1:q:')).map(([, value]) => value);
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('an outbox', () => {
  it('sends answers at once, together with what waits and with what happens in the same task', async () => {
    const { add, ids } = open();
    add('displayed', false);
    await pass(100);
    expect(ids()).toEqual([]);
    add('answered');
    add('completed');
    await pass(0);
    expect(ids()).toEqual(['answered,completed,displayed']);
  });

  it('lets what is not urgent wait a second for company', async () => {
    const { add, ids, site } = open();
    add('displayed', false);
    await pass(990);
    expect(ids()).toEqual([]);
    await pass(20);
    expect(ids()).toEqual(['displayed']);
    expect([...site.local, ...site.durable]).toEqual([]);
  });

  it('has written an answer to both stores before anything is sent', () => {
    const { add, site, sent } = open();
    add('a');
    expect(sent).toEqual([]);
    expect(records(site)).toEqual([`a${T0}|{"id":"a"}`]);
  });

  it.each<[string, Receipt | 'throw']>([
    ['503', { status: 503 }],
    ['a network that fails', 'throw'],
    ['a redirect', { status: 0 }],
    ['a 200 that is not ours', { status: 200 }],
    ['a 200 that names other events', { status: 200, accepted: ['other'] }],
    ['a hook that talks nonsense', { status: 200, accepted: 7 as unknown as string[] }],
    ['a hook that says nothing', undefined as unknown as Receipt],
  ])('keeps events that were not delivered and sends the same bytes again: %s', async (_, answer) => {
    const { add, ids, bodies, retries, site } = open([answer]);
    add('a');
    await pass(10);
    expect(retries).toHaveLength(1);
    expect(site.durable.size).toBe(1);
    await pass(2100);
    expect(ids()).toEqual(['a', 'a']);
    expect(new Set(bodies).size).toBe(1);
    expect([...site.local, ...site.durable]).toEqual([]);
  });

  it('gives up on a transport that hangs after ten seconds, and sends again', async () => {
    const { add, ids } = open(['hang']);
    add('a');
    await pass(9900);
    expect(ids()).toEqual(['a']);
    await pass(2300);
    expect(ids()).toEqual(['a', 'a']);
  });

  it.each(['seconds', 'a date'])('never sends before what Retry-After asked for, in %s, in no tab', async (form) => {
    const retryAfter = form === 'seconds' ? '7' : new Date(Date.now() + 7000).toUTCString();
    const { add, sent, site, outbox } = open([{ status: 429, retryAfter }]);
    const other = open([], site);
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

  it('waits longer after each failure, up to five minutes, and never more than 60 requests in ten minutes', async () => {
    const { add, sent } = open(Array.from({ length: 40 }, () => ({ status: 503 })));
    add('a');
    await pass(3_000_000);
    const gaps = sent.slice(1).map(({ at }, index) => Math.round((at - (sent[index]?.at ?? 0)) / 1000));
    expect(gaps.slice(0, 4)).toEqual([2, 4, 8, 16]);
    expect(Math.max(...gaps)).toBe(300);
  });

  it('asks every five minutes after three attempts without a word, and at once when something may be better', async () => {
    const { add, sent, outbox } = open(Array.from({ length: 9 }, () => 'throw' as const));
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

  it('forgets what the collector took, reports what it refused, event by event, and keeps that for whoever looks', async () => {
    const { add, undeliverable, delivered, site } = open([
      { status: 200, accepted: ['a'], rejected: [{ id: 'b', code: 'invalid_event' }] },
    ]);
    add('a');
    add('b');
    await pass(10);
    expect(delivered).toEqual([{ ids: ['a'], status: 200, attempt: 0 }]);
    expect(undeliverable).toEqual([{ id: 'b', code: 'invalid_event', json: '{"id":"b"}' }]);
    expect(records(site)).toEqual([`p${T0}|{"id":"b"}`]);
    expect([...site.durable]).toEqual([]);
  });

  it.each([400, 413, 422])(
    'halves a batch that gets a %i, and gives up only the single event that does',
    async (status) => {
      const { add, undeliverable, ids } = open([{ status }, { status }, { status }]);
      for (const id of ['a', 'b', 'c', 'd']) add(id);
      await pass(2000);
      expect(ids()).toEqual(['a,b,c,d', 'a,b', 'a', 'b', 'c,d']);
      expect(undeliverable.map(({ id, code }) => `${id} ${code}`)).toEqual([`a http_${status}`]);
    },
  );

  it.each([401, 403, 404, 410, 415])(
    'asks once an hour while it hears %i, and gives up after a day',
    async (status) => {
      const { add, sent, undeliverable } = open(Array.from({ length: 40 }, () => ({ status })));
      add('a');
      await pass(10 * 3_600_000);
      expect(sent.length).toBeGreaterThanOrEqual(10);
      expect(sent.length).toBeLessThanOrEqual(11);
      expect(undeliverable).toEqual([]);
      await pass(16 * 3_600_000);
      expect(undeliverable.map(({ code }) => code)).toEqual([`http_${status}`]);
    },
  );

  it('has one request under way, and one more when the page is left', async () => {
    const { add, ids, outbox } = open(['hang']);
    add('a');
    await pass(10);
    add('b');
    await pass(10);
    expect(ids()).toEqual(['a']);
    outbox.leave();
    // The first outlives the page: what it carries does not leave twice.
    expect(ids()).toEqual(['a', 'b']);
    outbox.leave();
    expect(ids()).toHaveLength(2);
  });

  it('sends again, when the page is left, what a later attempt has under way: it would be cut off', async () => {
    const { add, ids, outbox } = open([{ status: 503 }, 'hang']);
    add('a');
    await pass(2100);
    outbox.leave();
    expect(ids()).toEqual(['a', 'a', 'a']);
  });

  it('takes up what a page left that is gone, once it is not about to be sent by that page itself', async () => {
    const site = createSite();
    const first = open([{ status: 503 }, { status: 503 }], site);
    first.add('a');
    await pass(10);
    first.outbox.stop();
    const second = open([], site);
    await pass(1900);
    expect(second.ids()).toEqual([]);
    await pass(200);
    expect(second.ids()).toEqual(['a']);
    expect([...site.local, ...site.durable]).toEqual([]);
  });

  it('finds in the second store what a kill took from the first', async () => {
    const site = createSite();
    const first = open(['hang'], site);
    first.add('a');
    await pass(10);
    site.local.clear();
    site.locked = false;
    first.outbox.stop();
    await pass(5000);
    const second = open([], site);
    await pass(10);
    expect(second.ids()).toEqual(['a']);
  });

  it('delivers from memory when nothing can be written', async () => {
    const { add, ids, site } = open([{ status: 503 }], createSite(), { localFails: true });
    site.durable.clear();
    add('a');
    await pass(2100);
    expect(ids()).toEqual(['a', 'a']);
  });

  it('keeps within 256 KiB and 300 records: what nobody said goes first and is reported, answers go to memory', async () => {
    const { add, undeliverable, site } = open([{ status: 503, retryAfter: 3600 }]);
    const json = (id: string) => JSON.stringify({ id, text: 'x'.repeat(4000) });
    for (let i = 0; i < 30; i++) add(`view${i}`, false, json(`view${i}`));
    for (let i = 0; i < 60; i++) add(`answer${i}`, true, json(`answer${i}`));
    const size = () => [...site.local].reduce((sum, [key, value]) => sum + 2 * (key.length + value.length), 0);
    expect(size()).toBeLessThanOrEqual(256 * 1024);
    expect(undeliverable.length).toBe(30);
    expect(undeliverable[0]).toMatchObject({ id: 'view0', code: 'evicted' });
    expect(undeliverable.every(({ id }) => id.startsWith('view'))).toBe(true);
  });

  it('writes nothing while it may not, holds back, and does both when it may', async () => {
    const { add, ids, site, outbox } = open([{ status: 503 }], createSite(), { persist: false, hold: true });
    add('a');
    await pass(5000);
    expect(ids()).toEqual([]);
    expect([...site.local, ...site.durable]).toEqual([]);
    outbox.allow(true, false);
    await pass(10);
    expect(ids()).toEqual(['a']);
    expect(records(site)).toHaveLength(1);
  });

  it('forgets what was on its way when consent is denied, and sends what was not without whom it is about', async () => {
    const { add, bodies, outbox } = open(['hang']);
    add('a');
    await pass(10);
    add('b', false);
    outbox.withdraw((json) => json.replace('{', '{"anonymous":true,'));
    await pass(15_000);
    expect(bodies).toEqual(['[{"id":"a"}]', '[{"anonymous":true,"id":"b"}]']);
  });

  it('sends once more and forgets on logout', async () => {
    const { add, ids, outbox, site } = open([{ status: 503 }]);
    add('a');
    outbox.clear();
    await pass(10_000);
    expect(ids()).toEqual(['a']);
    expect([...site.local, ...site.durable]).toEqual([]);
  });

  it('gives up a week-old event only after one more attempt', async () => {
    const site = createSite();
    site.local.set('scorelet:1:q:@https://collector.example a', `a${T0 - 8 * DAY_MS}|{"id":"a"}`);
    site.local.set('scorelet:1:q:@https://collector.example b', `a${T0 - 8 * DAY_MS}|{"id":"b"}`);
    const { ids, undeliverable } = open([{ status: 503 }], site);
    await pass(100);
    expect(ids()).toEqual(['a,b']);
    expect(undeliverable.map(({ code }) => code)).toEqual(['expired', 'expired']);
    expect(records(site)).toEqual([]);
  });

  it('gives up as unreadable only what was sent alone, not the last that is open of a batch', async () => {
    let answer: (receipt: Receipt) => void = () => {};
    const slow = new Promise<Receipt>((resolve) => {
      answer = resolve;
    });
    const { add, outbox, ids, undeliverable } = open([{ status: 503 }, slow, { status: 200, accepted: ['a'] }]);
    add('a');
    add('b');
    await pass(2100);
    // The page is left while the second attempt is under way: a copy of it delivers one of them.
    outbox.leave();
    await pass(10);
    answer({ status: 400 });
    await pass(2000);
    expect(ids()).toEqual(['a,b', 'a,b', 'a,b', 'b']);
    expect(undeliverable).toEqual([]);
  });

  it('hears Retry-After though nothing of what was sent is open any more', async () => {
    let answer: (receipt: Receipt) => void = () => {};
    const { add, sent, outbox } = open([
      new Promise<Receipt>((resolve) => {
        answer = resolve;
      }),
    ]);
    add('a');
    await pass(10);
    outbox.clear();
    answer({ status: 429, retryAfter: 60 });
    await pass(10);
    add('b');
    await pass(50_000);
    expect(sent).toHaveLength(1);
    await pass(20_000);
    expect(sent).toHaveLength(2);
  });

  it('keeps on the device again what was deleted with consent, within the cap', async () => {
    const { add, site, outbox } = open([{ status: 503, retryAfter: 3600 }]);
    for (let i = 0; i < 40; i++) add(`a${i}`, true, JSON.stringify({ id: `a${i}`, text: 'x'.repeat(4000) }));
    await pass(100);
    const kept = records(site);
    outbox.allow(false, false);
    site.local.clear();
    site.durable.clear();
    outbox.allow(true, false);
    await pass(100);
    expect(records(site)).toEqual(kept);
    const size = [...site.local].reduce((sum, [key, value]) => sum + 2 * (key.length + value.length), 0);
    expect(size).toBeLessThanOrEqual(256 * 1024);
  });

  it('does not let a corrupt record take the good copy with it, nor take up what is being deleted', async () => {
    const site = createSite();
    const key = (id: string) => `scorelet:1:q:@https://collector.example ${id}`;
    site.local.set(key('a'), `a${T0 - 9000}|{"id":"a`);
    site.durable.set(key('a'), `a${T0 - 9000}|{"id":"a"}`);
    site.local.set(key('b'), 'd0|');
    site.durable.set(key('b'), `a${T0 - 9000}|{"id":"b"}`);
    const { ids } = open([], site);
    await pass(5000);
    expect(ids()).toEqual(['a']);
    expect([...site.local, ...site.durable]).toEqual([]);
  });

  it('parks nothing that there is no room for', async () => {
    const rejected = Array.from({ length: 50 }, (_, index) => ({ id: `a${index}`, code: 'no' }));
    const { add, site, undeliverable } = open(
      Array.from({ length: 50 }, () => ({ status: 200, accepted: [], rejected })),
    );
    for (const { id } of rejected) add(id, true, JSON.stringify({ id, text: 'x'.repeat(8000) }));
    await pass(600_000);
    expect(undeliverable).toHaveLength(50);
    const size = [...site.local].reduce((sum, [key, value]) => sum + 2 * (key.length + value.length), 0);
    expect(size).toBeLessThanOrEqual(256 * 1024);
  });

  it('is at rest when everything is delivered: no timer is left but that of a signal', async () => {
    const { add } = open([{ status: 503 }]);
    add('a');
    await pass(30_000);
    expect(vi.getTimerCount()).toBe(0);
  });
});
