import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Receipt } from '../../src/api/transport.ts';
import { readTrouble } from '../../src/delivery/outbox/pace.ts';
import { toRecordText } from '../../src/delivery/outbox/storedRecord.ts';
import { createSite, openOutbox, pass, recordsOf } from '../helpers/outboxSite.ts';

const T0 = Date.UTC(2026, 0, 2);
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const keyOf = (id: string, queue = '@https://collector.example') => `scorelet:1:q:${queue} ${id}`;
const waiting = (json: string, time = T0 - 9000) => toRecordText({ state: 'waiting', answer: true, time, json });
const troubleOf = ({ local }: ReturnType<typeof createSite>) =>
  readTrouble(local.get('scorelet:1:qs:@https://collector.example'));

/** Creates a response that arrives later. */
const later = () => {
  let answer: (receipt: Receipt) => void = () => {};
  const response = new Promise<Receipt>((resolve) => {
    answer = resolve;
  });
  return { response, answer };
};

beforeEach(() => {
  vi.useFakeTimers({ now: T0 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('an outbox after a failure', () => {
  it('counts the failures from zero again after a delivery', async () => {
    const fails = { status: 503 };
    const { add, sent } = openOutbox([fails, fails, fails, { status: 204 }, fails]);
    add('a');
    await pass(20_000);
    expect(sent.map(({ attempt }) => attempt)).toEqual([0, 1, 2, 3]);
    add('b');
    await pass(2100);
    expect(sent.map(({ attempt }) => attempt)).toEqual([0, 1, 2, 3, 0, 1]);
  });

  it.each([0.25, 0.5, 0.75])('waits for a random part of the pause: %d of two seconds', async (part) => {
    const { add, sent } = openOutbox([{ status: 503 }], createSite(), { random: () => part });
    add('a');
    await pass(2000 * part - 10);
    expect(sent).toHaveLength(1);
    await pass(20);
    expect(sent).toHaveLength(2);
  });

  it('does not count a failure that ended before a delivery', async () => {
    let arrive = () => {};
    const code = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const { outbox, add, sent, delivered } = openOutbox([{ status: 503 }], createSite(), { recoverAfter: code });
    add('a');
    await pass(10);
    outbox.leave();
    await pass(10);
    expect(delivered).toHaveLength(1);
    arrive();
    await pass(3000);
    add('b');
    await pass(10);
    expect(sent.map(({ attempt }) => attempt)).toEqual([0, 1, 0]);
  });

  it('sends again the events of requests that a restored page has lost', async () => {
    const { add, ids, outbox } = openOutbox(['hang']);
    add('a', false);
    // A request of a page that is left holds no lock, so the browser may keep the page.
    outbox.leave();
    expect(ids()).toEqual(['a']);
    outbox.wake(true);
    await pass(300);
    expect(ids()).toEqual(['a', 'a']);
  });

  it('sends again where there are no locks, although the page was kept with a drain under way', async () => {
    const { add, ids, outbox, site } = openOutbox(['hang']);
    add('a');
    await pass(10);
    site.locked = false;
    outbox.wake(true);
    await pass(300);
    expect(ids()).toEqual(['a', 'a']);
  });

  it('waits for its running request after the page was hidden and is visible again', async () => {
    const { add, ids, outbox } = openOutbox(['hang']);
    add('a');
    await pass(10);
    outbox.wake(false);
    await pass(5000);
    expect(ids()).toEqual(['a']);
  });

  it('grows the batches slowly after the collector has refused a large one', async () => {
    const tooLarge = { status: 413 };
    const fine = { status: 204 };
    const { add, sent } = openOutbox([tooLarge, tooLarge, tooLarge, fine, tooLarge, fine]);
    for (let id = 1; id <= 50; id++) add(`e${id}`);
    await pass(20_000);
    expect(sent.map(({ ids }) => ids.length)).toEqual([50, 25, 12, 6, 14, 7, 16, 21]);
    const gaps = sent.slice(1, 4).map(({ at }, index) => at - (sent[index]?.at ?? 0));
    expect(gaps).toEqual([250, 250, 250]);
  });

  it('fills whole batches again after the event that the collector cannot read has been found', async () => {
    const unreadable = { status: 400 };
    const { add, sent, undeliverable } = openOutbox(Array.from({ length: 6 }, () => unreadable));
    for (let id = 1; id <= 50; id++) add(`e${id}`);
    await pass(20_000);
    expect(undeliverable.map(({ id }) => id)).toEqual(['e1']);
    for (let id = 51; id <= 100; id++) add(`e${id}`);
    await pass(20_000);
    expect(sent.slice(0, 6).map(({ ids }) => ids.length)).toEqual([50, 25, 12, 6, 3, 1]);
    expect(sent.slice(-1).map(({ ids }) => ids.length)).toEqual([50]);
  });

  it.each<[Receipt | 'throw', number]>([
    [{ status: 403 }, 403],
    [{ status: 422 }, 422],
    [{ status: 503 }, 503],
    [{ status: 200 }, 200],
    ['throw', 100],
  ])('stores the last status for the debug panel: %j', async (answer, status) => {
    const { add, site } = openOutbox([answer, 'hang']);
    add('a');
    add('b');
    await pass(10);
    expect(troubleOf(site).status).toBe(status);
  });

  it('keeps the stored status when a request gets no response', async () => {
    const { add, site } = openOutbox([{ status: 503 }, 'throw', 'hang']);
    add('a');
    await pass(2100);
    expect(troubleOf(site)).toMatchObject({ status: 503 });
  });

  it('gives up no event of a batch that is read in halves, however old it is', async () => {
    const site = createSite();
    for (const id of ['a', 'b']) site.local.set(keyOf(id), waiting(`{"id":"${id}"}`, T0 - 8 * DAY_MS));
    const { ids, undeliverable } = openOutbox([{ status: 400 }], site);
    await pass(2000);
    expect(ids()).toEqual(['a,b', 'a', 'b']);
    expect(undeliverable).toEqual([]);
  });

  it('believes the list of rejected events only of a receipt', async () => {
    const rejected = [{ id: 'a', code: 'no' }];
    const { add, undeliverable, delivered } = openOutbox([
      { status: 503, rejected },
      { status: 200, rejected },
    ]);
    add('a');
    await pass(20_000);
    expect(undeliverable).toEqual([]);
    expect(delivered).toHaveLength(1);
  });

  it('gives up after a day of refusals, although the clock was set back by ten days meanwhile', async () => {
    const { add, undeliverable } = openOutbox(Array.from({ length: 40 }, () => ({ status: 403 })));
    add('a');
    await pass(10);
    vi.setSystemTime(T0 - 10 * DAY_MS);
    await pass(28 * HOUR_MS);
    expect(undeliverable.map(({ code }) => code)).toEqual(['http_403']);
  });

  it('begins a new series of attempts when the page is visible again', async () => {
    const { add, sent, outbox } = openOutbox(Array.from({ length: 9 }, () => ({ status: 503 })));
    add('a');
    await pass(6100);
    outbox.wake();
    await pass(300);
    expect(sent.map(({ attempt }) => attempt)).toEqual([0, 1, 2, 0]);
  });

  it('gives up a week-old event only after a second request without a response', async () => {
    const site = createSite();
    site.local.set(keyOf('a'), waiting('{"id":"a"}', T0 - 8 * DAY_MS));
    const { undeliverable, sent } = openOutbox(['throw', 'throw'], site);
    await pass(1900);
    expect([sent.length, undeliverable.length]).toEqual([1, 0]);
    await pass(500);
    expect(undeliverable.map(({ code }) => code)).toEqual(['expired']);
  });

  it('reports the code of a rejected event as text', async () => {
    const rejected = [{ id: 'a', code: 5 as unknown as string }];
    const { add, undeliverable } = openOutbox([{ status: 200, accepted: [], rejected }]);
    add('a');
    await pass(10);
    expect(undeliverable.map(({ code }) => code)).toEqual(['5']);
  });

  it('counts the day of refusals from the first refusal after a delivery', async () => {
    const { add, undeliverable, ids } = openOutbox([{ status: 403 }, { status: 204 }, { status: 403 }]);
    add('a');
    await pass(HOUR_MS + 1000);
    await pass(23 * HOUR_MS);
    add('b');
    await pass(2 * HOUR_MS);
    expect(ids()).toEqual(['a', 'a', 'b', 'b']);
    expect(undeliverable).toEqual([]);
  });
});

describe('a Retry-After', () => {
  it('does not end with the delivery of another request', async () => {
    const { response, answer } = later();
    const { add, sent, outbox } = openOutbox([response, { status: 429, retryAfter: 60 }]);
    add('a');
    await pass(10);
    add('b');
    outbox.leave();
    await pass(10);
    answer({ status: 204 });
    await pass(10);
    add('c');
    await pass(55_000);
    expect(sent).toHaveLength(2);
    await pass(7000);
    expect(sent.at(-1)?.ids).toEqual(['b', 'c']);
  });

  it('of three seconds stays one of three seconds in every tab when the clock is set back by an hour', async () => {
    const { add, sent, site } = openOutbox([{ status: 503, retryAfter: 3 }]);
    const other = openOutbox([], site);
    add('a');
    await pass(1000);
    vi.setSystemTime(Date.now() - HOUR_MS);
    add('b');
    other.add('c');
    await pass(1900);
    expect([sent.length, other.sent.length]).toEqual([1, 0]);
    await pass(3000);
    expect([...sent, ...other.sent].flatMap(({ ids }) => ids).sort()).toEqual(['a', 'a', 'b', 'c']);
  });

  it('of a response that has taken the batch has no effect', async () => {
    const { add, ids } = openOutbox([{ status: 204, retryAfter: 60 }]);
    add('a');
    await pass(10);
    add('b');
    await pass(10);
    expect(ids()).toEqual(['a', 'b']);
  });

  it('is not shortened by a shorter one of another request', async () => {
    const { response, answer } = later();
    const { add, sent, outbox } = openOutbox([response, { status: 429, retryAfter: 60 }]);
    add('a');
    await pass(10);
    add('b');
    outbox.leave();
    await pass(10);
    answer({ status: 429, retryAfter: 5 });
    await pass(55_000);
    expect(sent).toHaveLength(2);
    await pass(10_000);
    expect(sent).toHaveLength(3);
  });

  it('of ten hours holds for one hour', async () => {
    const { add, sent } = openOutbox([{ status: 503, retryAfter: 36_000 }]);
    add('a');
    await pass(HOUR_MS - 1000);
    expect(sent).toHaveLength(1);
    await pass(2000);
    expect(sent).toHaveLength(2);
  });
});

describe('the parked records of an outbox', () => {
  it('are the newest 20', async () => {
    const { add, site, undeliverable } = openOutbox(
      Array.from({ length: 25 }, (_, index) => ({
        status: 200,
        accepted: [],
        rejected: [{ id: `e${index}`, code: 'no' }],
      })),
    );
    for (let index = 0; index < 25; index++) {
      add(`e${index}`);
      await pass(30_000);
    }
    expect(undeliverable).toHaveLength(25);
    const kept = recordsOf(site).map((record) => JSON.parse(`${record?.json}`).id);
    expect(kept.sort()).toEqual(Array.from({ length: 20 }, (_, index) => `e${index + 5}`).sort());
  });

  it('make room for a new event, without another report', () => {
    const site = createSite();
    const json = JSON.stringify({ text: 'x'.repeat(12_000) });
    for (let index = 0; index < 10; index++)
      site.local.set(keyOf(`p${index}`), toRecordText({ state: 'parked', answer: true, time: T0 - index, json }));
    const { add, undeliverable } = openOutbox([], site);
    add('a', true, JSON.stringify({ id: 'a', text: 'x'.repeat(12_000) }));
    expect(site.local.has(keyOf('a'))).toBe(true);
    // The oldest goes first.
    expect(site.local.has(keyOf('p9'))).toBe(false);
    expect(site.local.has(keyOf('p0'))).toBe(true);
    expect(undeliverable).toEqual([]);
  });

  it('expire after a week', async () => {
    const site = createSite();
    const parked = (days: number) =>
      toRecordText({ state: 'parked', answer: true, time: T0 - days * DAY_MS, json: `{"id":"${days}"}` });
    for (const days of [6, 8]) site.local.set(keyOf(`${days}`), parked(days));
    const { ids } = openOutbox([], site);
    await pass(5000);
    expect(ids()).toEqual([]);
    expect(recordsOf(site).map((record) => record?.json)).toEqual(['{"id":"6"}']);
  });
});

describe('the last request of a page', () => {
  const long = (id: string) => JSON.stringify({ id, text: 'x'.repeat(4000) });

  it('takes up to 48 KiB, but only 12 KiB while another request is under way', async () => {
    const { add, bodies, outbox } = openOutbox(['hang']);
    for (let id = 1; id <= 10; id++) add(`a${id}`, true, long(`a${id}`));
    await pass(10);
    for (let id = 1; id <= 10; id++) add(`b${id}`, true, long(`b${id}`));
    outbox.leave();
    expect(bodies[1]?.length).toBeGreaterThan(8000);
    expect(bodies[1]?.length).toBeLessThanOrEqual(12 * 1024);

    const free = openOutbox();
    for (let id = 1; id <= 20; id++) free.add(`a${id}`, false, long(`a${id}`));
    free.outbox.leave();
    expect(free.bodies[0]?.length).toBeGreaterThan(40_000);
    expect(free.bodies[0]?.length).toBeLessThanOrEqual(48 * 1024);
  });

  it('has the answers first, then the other events', () => {
    const { add, ids, outbox } = openOutbox();
    add('displayed', false);
    add('viewed', false);
    add('answered');
    outbox.leave();
    expect(ids()).toEqual(['answered,displayed,viewed']);
  });

  it('leaves the events of other pages to them', async () => {
    const site = createSite();
    site.local.set(keyOf('other'), waiting('{"id":"other"}'));
    const { add, ids, outbox } = openOutbox([{ status: 503 }], site);
    await pass(10);
    expect(ids()).toEqual(['other']);
    add('mine', false);
    outbox.leave();
    expect(ids()).toEqual(['other', 'mine']);
  });
});

describe('a logout', () => {
  const toAnonymous = (json: string) => json.replace('{', '{"anonymous":true,');

  it('rewrites own and adopted events in localStorage and IndexedDB, and lets the running request go on', async () => {
    const site = createSite();
    const running = later();
    const last = later();
    site.local.set(keyOf('other'), waiting('{"id":"other"}'));
    site.durable.set(keyOf('other'), waiting('{"id":"other"}'));
    const { add, bodies, outbox, delivered } = openOutbox([running.response, last.response], site);
    await pass(1);
    add('mine');
    await pass(10);
    outbox.anonymize(toAnonymous);
    await pass(10);
    const texts = [...site.local, ...site.durable].filter(([key]) => key.startsWith('scorelet:1:q:'));
    expect(texts).toHaveLength(4);
    for (const [key, text] of texts) expect(text, key).toContain('anonymous');
    // Both requests are lasting, so the page that is left afterwards sends nothing twice.
    outbox.leave();
    running.answer({ status: 204 });
    last.answer({ status: 204 });
    await pass(10);
    expect(bodies).toEqual(['[{"id":"other"}]', '[{"id":"mine"}]']);
    expect(delivered.flatMap(({ ids }) => ids).sort()).toEqual(['mine', 'other']);
    expect([...site.local, ...site.durable]).toEqual([]);
  });
});

describe('a denied consent', () => {
  it('forgets what the page found on the device', async () => {
    const site = createSite();
    site.durable.set(keyOf('other'), waiting('{"id":"other"}'));
    const { ids, outbox } = openOutbox([{ status: 503 }], site);
    await pass(10);
    expect(ids()).toEqual(['other']);
    outbox.withdraw((json) => json);
    site.durable.clear();
    outbox.allow(false, false);
    await pass(60_000);
    expect(ids()).toEqual(['other']);
  });
});

describe('an outbox that was stopped', () => {
  it('has sent what was waiting, and sends nothing more', async () => {
    const { add, ids, outbox } = openOutbox([{ status: 503 }]);
    add('a', false);
    outbox.stop();
    expect(ids()).toEqual(['a']);
    await pass(60_000);
    void outbox.flush();
    await pass(60_000);
    expect(ids()).toEqual(['a']);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('two outboxes on one device', () => {
  it('do not take over the events of another collector, even if its address begins alike', async () => {
    const site = createSite();
    site.local.set(keyOf('a', '@https://collector.example.org'), waiting('{"id":"a"}'));
    site.durable.set(keyOf('b', '@https://collector.example.org'), waiting('{"id":"b"}'));
    const { ids } = openOutbox([], site);
    await pass(5000);
    expect(ids()).toEqual([]);
    expect(site.local.size + site.durable.size).toBe(2);
  });
});
