import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toRecordText } from '../../src/delivery/outbox/storedRecord.ts';
import { createSite, openOutbox, pass, recordsOf } from '../helpers/outboxSite.ts';

const T0 = Date.UTC(2026, 0, 2);
const DAY_MS = 86_400_000;

const waiting = (json: string, time = T0 - 9000) => toRecordText({ state: 'waiting', answer: true, time, json });

beforeEach(() => {
  vi.useFakeTimers({ now: T0 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('an outbox with storage', () => {
  it('adopts the events of a closed page when they are two seconds old', async () => {
    const site = createSite();
    const first = openOutbox([{ status: 503 }, { status: 503 }], site);
    first.add('a');
    await pass(10);
    first.outbox.stop();
    const second = openOutbox([], site);
    await pass(1900);
    expect(second.ids()).toEqual([]);
    await pass(200);
    expect(second.ids()).toEqual(['a']);
    expect([...site.local, ...site.durable]).toEqual([]);
  });

  it('adopts events from IndexedDB that localStorage lost when the browser was killed', async () => {
    const site = createSite();
    const first = openOutbox(['hang'], site);
    first.add('a');
    await pass(10);
    site.local.clear();
    site.locked = false;
    first.outbox.stop();
    await pass(5000);
    const second = openOutbox([], site);
    await pass(10);
    expect(second.ids()).toEqual(['a']);
  });

  it('adopts events from localStorage although IndexedDB never answers', async () => {
    const site = createSite();
    site.local.set('scorelet:1:q:@https://collector.example a', waiting('{"id":"a"}'));
    const { ids } = openOutbox([], site, { entries: () => new Promise(() => {}) });
    await pass(10);
    expect(ids()).toEqual(['a']);
  });

  it('does not adopt from IndexedDB what other pages have delivered while this page was frozen', async () => {
    const site = createSite();
    const key = 'scorelet:1:q:@https://collector.example a';
    site.durable.set(key, waiting('{"id":"a"}'));
    let thaw = (_entries: [string, string][]) => {};
    const frozen = new Promise<[string, string][]>((resolve) => {
      thaw = resolve;
    });
    const answers = [frozen];
    const { ids } = openOutbox([], site, { entries: () => answers.shift() ?? Promise.resolve([...site.durable]) });
    await pass(1000);
    const before = [...site.durable] as [string, string][];
    site.durable.clear();
    vi.setSystemTime(T0 + 60_000);
    thaw(before);
    await pass(5000);
    expect(ids()).toEqual([]);
  });

  it('adopts an event from IndexedDB after the host page has cleared localStorage', async () => {
    const site = createSite();
    const key = 'scorelet:1:q:@https://collector.example a';
    const json = waiting('{"id":"a"}');
    site.local.set(key, json);
    site.durable.set(key, json);
    const { outbox, ids } = openOutbox([], site, { hold: true });
    await pass(10);
    site.local.clear();
    outbox.allow(true, false);
    await pass(3000);
    outbox.wake();
    await pass(3000);
    expect(ids()).toEqual(['a']);
  });

  it('does not adopt an event that it has delivered, although another page writes it to IndexedDB later', async () => {
    const site = createSite();
    const key = 'scorelet:1:q:@https://collector.example a';
    site.local.set(key, waiting('{"id":"a"}'));
    const { ids } = openOutbox([], site);
    await pass(1000);
    site.durable.set(key, waiting('{"id":"a"}'));
    await pass(5000);
    expect(ids()).toEqual(['a']);
  });

  it('delivers events from memory when storage refuses writes', async () => {
    const { add, ids, site } = openOutbox([{ status: 503 }], createSite(), { localFails: true });
    site.durable.clear();
    add('a');
    await pass(2100);
    expect(ids()).toEqual(['a', 'a']);
  });

  it('stores at most 256 KiB: evicts and reports events other than answers, and keeps further answers in memory', async () => {
    const { add, undeliverable, site } = openOutbox([{ status: 503, retryAfter: 3600 }]);
    const json = (id: string) => JSON.stringify({ id, text: 'x'.repeat(4000) });
    for (let i = 0; i < 30; i++) add(`view${i}`, false, json(`view${i}`));
    for (let i = 0; i < 60; i++) add(`answer${i}`, true, json(`answer${i}`));
    const size = () => [...site.local].reduce((sum, [key, value]) => sum + 2 * (key.length + value.length), 0);
    expect(size()).toBeLessThanOrEqual(256 * 1024);
    expect(undeliverable.length).toBe(30);
    expect(undeliverable[0]).toMatchObject({ id: 'view0', code: 'evicted' });
    expect(undeliverable.every(({ id }) => id.startsWith('view'))).toBe(true);
  });

  it('neither stores nor sends events before consent, and does both after consent', async () => {
    const { add, ids, site, outbox } = openOutbox([{ status: 503 }], createSite(), { persist: false, hold: true });
    add('a');
    await pass(5000);
    expect(ids()).toEqual([]);
    expect([...site.local, ...site.durable]).toEqual([]);
    outbox.allow(true, false);
    await pass(10);
    expect(ids()).toEqual(['a']);
    expect(recordsOf(site)).toHaveLength(1);
  });

  it('removes sent events when consent is denied, and sends the other events without personal data', async () => {
    const { add, bodies, outbox } = openOutbox(['hang']);
    add('a');
    await pass(10);
    add('b', false);
    outbox.withdraw((json) => json.replace('{', '{"anonymous":true,'));
    await pass(15_000);
    expect(bodies).toEqual(['[{"id":"a"}]', '[{"anonymous":true,"id":"b"}]']);
  });

  it('sends an answer after a logout during an outage, without the respondent', async () => {
    const { add, bodies, outbox, site } = openOutbox(['throw', 'throw']);
    add('a');
    await pass(10);
    outbox.anonymize((json) => json.replace('{', '{"anonymous":true,'));
    expect(recordsOf(site).map((record) => record?.json)).toEqual(['{"anonymous":true,"id":"a"}']);
    await pass(20_000);
    expect(bodies.at(0)).toBe('[{"id":"a"}]');
    expect(bodies.at(-1)).toBe('[{"anonymous":true,"id":"a"}]');
    expect([...site.local, ...site.durable]).toEqual([]);
  });

  it('gives up a week-old event only after another attempt', async () => {
    const site = createSite();
    site.local.set('scorelet:1:q:@https://collector.example a', waiting('{"id":"a"}', T0 - 8 * DAY_MS));
    site.local.set('scorelet:1:q:@https://collector.example b', waiting('{"id":"b"}', T0 - 8 * DAY_MS));
    const { ids, undeliverable } = openOutbox([{ status: 503 }], site);
    await pass(100);
    expect(ids()).toEqual(['a,b']);
    expect(undeliverable.map(({ code }) => code)).toEqual(['expired', 'expired']);
    expect(recordsOf(site)).toEqual([]);
  });

  it('stores its events again when consent returns, within the size limit', async () => {
    const { add, site, outbox } = openOutbox([{ status: 503, retryAfter: 3600 }]);
    for (let i = 0; i < 40; i++) add(`a${i}`, true, JSON.stringify({ id: `a${i}`, text: 'x'.repeat(4000) }));
    await pass(100);
    const kept = recordsOf(site);
    outbox.allow(false, false);
    site.local.clear();
    site.durable.clear();
    outbox.allow(true, false);
    await pass(100);
    expect(recordsOf(site)).toEqual(kept);
    const size = [...site.local].reduce((sum, [key, value]) => sum + 2 * (key.length + value.length), 0);
    expect(size).toBeLessThanOrEqual(256 * 1024);
  });

  it('reads an event from IndexedDB when its localStorage record is corrupt, and does not adopt a record that is being removed', async () => {
    const site = createSite();
    const key = (id: string) => `scorelet:1:q:@https://collector.example ${id}`;
    site.local.set(key('a'), waiting('{"id":"a"}').slice(0, -5));
    site.durable.set(key('a'), waiting('{"id":"a"}'));
    site.local.set(key('b'), toRecordText({ state: 'removing', answer: false, time: 0, json: '' }));
    site.durable.set(key('b'), waiting('{"id":"b"}'));
    const { ids } = openOutbox([], site);
    await pass(5000);
    expect(ids()).toEqual(['a']);
    expect([...site.local, ...site.durable]).toEqual([]);
  });

  it('parks rejected events only within the size limit', async () => {
    const rejected = Array.from({ length: 50 }, (_, index) => ({ id: `a${index}`, code: 'no' }));
    const { add, site, undeliverable } = openOutbox(
      Array.from({ length: 50 }, () => ({ status: 200, accepted: [], rejected })),
    );
    for (const { id } of rejected) add(id, true, JSON.stringify({ id, text: 'x'.repeat(8000) }));
    await pass(600_000);
    expect(undeliverable).toHaveLength(50);
    const size = [...site.local].reduce((sum, [key, value]) => sum + 2 * (key.length + value.length), 0);
    expect(size).toBeLessThanOrEqual(256 * 1024);
  });
});
