import { describe, expect, it } from 'vitest';
import { type CollectorOptions, createCollector, type ReceivedEvent } from '../../src/collector/index.ts';

const event = (id: string, more: object = {}) => ({
  specversion: '1.0',
  id,
  source: 'https://shop.example#nps',
  type: 'scorelet.sdk.failed.v1',
  subject: 'response-1',
  time: '2026-01-02T03:04:05.000Z',
  datacontenttype: 'application/json',
  dataschema: 'urn:scorelet:sdk.failed:v1',
  data: {
    sequence: 0,
    survey: { id: 'nps', version: 1 },
    sdk: { name: 'scorelet', version: '0.1.0' },
    quality: { test: false, preview: false, automation: false, consent: 'granted' },
    code: 'x',
    message: 'y',
  },
  ...more,
});

const open = (options: Partial<CollectorOptions> = {}) => {
  const kept = new Map<string, ReceivedEvent>();
  const collect = createCollector({
    now: () => Date.UTC(2026, 0, 2, 3, 5, 0),
    store: {
      async add(events) {
        const duplicates: string[] = [];
        for (const received of events) {
          const name = `${received.event.source} ${received.event.id}`;
          if (kept.has(name)) duplicates.push(received.event.id);
          else kept.set(name, received);
        }
        return { duplicates };
      },
    },
    ...options,
  });
  const post = (
    body: unknown,
    { query = '', type = 'text/plain;charset=UTF-8', ...init }: RequestInit & { query?: string; type?: string } = {},
  ) =>
    collect(
      new Request(`https://collector.example/collect${query}`, {
        method: 'POST',
        body: typeof body === 'string' ? body : JSON.stringify(body),
        ...init,
        headers: { 'Content-Type': type, Origin: 'https://shop.example', ...init.headers },
      }),
    );
  return { collect, post, kept };
};

describe('the collector', () => {
  it('acknowledges a valid batch with 204 and an empty body', async () => {
    const { post, kept } = open();
    const answer = await post([event('a'), event('b')]);
    expect([answer.status, await answer.text()]).toEqual([204, '']);
    expect(kept.size).toBe(2);
  });

  it.each([
    'text/plain',
    'application/cloudevents-batch+json',
    'application/json',
    'application/cloudevents+json; charset=utf-8',
  ])('accepts the content type %s', async (type) => {
    expect((await open().post([event('a')], { type })).status).toBe(204);
  });

  it('counts an event with the same source and id once and keeps the first body', async () => {
    const { post, kept } = open();
    await post([event('a'), event('a')]);
    const again = await post([event('a', { time: '2027-01-01T00:00:00.000Z' })]);
    expect(again.status).toBe(204);
    expect([...kept.values()].map(({ event: { time } }) => time)).toEqual(['2026-01-02T03:04:05.000Z']);
    await post([event('a', { source: 'https://other.example#nps' })]);
    expect(kept.size).toBe(2);
  });

  it('accepts the valid events of a batch and lists the invalid events with a code and a reason', async () => {
    const { post, kept } = open();
    const answer = await post([
      event('a'),
      event('b', { type: 'scorelet.survey.eaten.v1' }),
      event('c', { data: {} }),
      event('d'),
    ]);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      v: 1,
      accepted: ['a', 'd'],
      rejected: [
        { id: 'b', code: 'invalid_event' },
        { id: 'c', code: 'invalid_event', detail: expect.stringContaining('data.') },
      ],
    });
    expect(kept.size).toBe(2);
  });

  it('responds with 503 and Retry-After when the store fails, and passes the error to onError only', async () => {
    const errors: unknown[] = [];
    const { post } = open({
      store: { add: () => Promise.reject(new Error('disk full')) },
      onError: (error) => errors.push(error),
    });
    const answer = await post([event('a')]);
    expect(answer.status).toBe(503);
    expect(answer.headers.get('Retry-After')).toBe('5');
    expect(errors).toHaveLength(1);
    expect(await answer.text()).not.toContain('disk full');
  });

  it('corrects the time of an event by the error of the sender’s clock', async () => {
    const { post, kept } = open();
    // The sender's clock is 45 s behind: it shows 03:04:15 when it sends. The event is ten seconds older.
    await post([event('a')], { query: `?ce=batch&v=1&t=${Date.UTC(2026, 0, 2, 3, 4, 15)}&n=0` });
    const [received] = [...kept.values()];
    expect(new Date(received?.occurredAt ?? 0).toISOString()).toBe('2026-01-02T03:04:50.000Z');
    expect(new Date(received?.receivedAt ?? 0).toISOString()).toBe('2026-01-02T03:05:00.000Z');
  });

  it('accepts events with any send time in the query: years ahead, years behind or not a number', async () => {
    for (const t of ['1', '99999999999999', 'x', '-5'])
      expect((await open().post([event('a')], { query: `?t=${t}` })).status).toBe(204);
  });

  it.each<[string, number, (post: ReturnType<typeof open>['post']) => Promise<Response>]>([
    ['a body that is not JSON', 400, (post) => post('[{]')],
    ['a body that is not UTF-8', 400, (post) => post('', { body: new Uint8Array([0x5b, 0xff, 0x5d]) })],
    ['an array of items that are not objects', 400, (post) => post([1, null])],
    ['an unsupported protocol version', 400, (post) => post([event('a')], { query: '?v=2' })],
    ['an unsupported content type', 415, (post) => post([event('a')], { type: 'application/xml' })],
    [
      'a request above 64 KiB',
      413,
      (post) => post([event('a', { data: { ...event('a').data, code: 'x'.repeat(70_000) } })]),
    ],
  ])('responds to %s with %i, problem details and CORS headers', async (_, status, request) => {
    const answer = await request(open().post);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(answer.headers.get('Access-Control-Expose-Headers')).toBe('Retry-After');
    expect(await answer.json()).toMatchObject({ status, title: expect.any(String) });
  });

  it('reads a body above the maximum size to its end, so that the sender receives the 413', async () => {
    let pulled = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (pulled++ < 64) controller.enqueue(new Uint8Array(16_384).fill(0x20));
        else controller.close();
      },
    });
    const answer = await open().post('', { body, duplex: 'half' } as RequestInit);
    expect(answer.status).toBe(413);
    expect(pulled).toBe(65);
  });

  it('stops reading a body without an end', async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled++;
        controller.enqueue(new Uint8Array(16_384).fill(0x20));
      },
    });
    const answer = await open().post('', { body: endless, duplex: 'half' } as RequestInit);
    expect(answer.status).toBe(413);
    expect(pulled).toBeLessThan(140);
  });

  it('rejects an event above 32 KiB and accepts the other events of the batch', async () => {
    const { post } = open();
    const answer = await post([event('a'), event('b', { data: { ...event('b').data, code: 'x'.repeat(33_000) } })]);
    expect(await answer.json()).toMatchObject({ accepted: ['a'], rejected: [{ id: 'b', code: 'too_large' }] });
  });

  it('rejects an event that is nested too deeply and accepts the other events of the batch', async () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    const bad = JSON.stringify(event('b')).replace('"x"', deep);
    const answer = await open().post(`[${JSON.stringify(event('a'))},${bad}]`);
    expect(await answer.json()).toMatchObject({ accepted: ['a'], rejected: [{ id: 'b' }] });
  });

  it('lets browsers cache a preflight for a day and responds to GET with 405', async () => {
    const { collect } = open();
    const preflight = await collect(new Request('https://collector.example/collect', { method: 'OPTIONS' }));
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('Access-Control-Max-Age')).toBe('86400');
    expect(preflight.headers.get('Access-Control-Allow-Credentials')).toBeNull();
    const get = await collect(new Request('https://collector.example/collect'));
    expect([get.status, get.headers.get('Allow')]).toEqual([405, 'POST, OPTIONS']);
  });

  it('refuses unknown keys and origins, and sends Retry-After when the rate limit is reached', async () => {
    const { post } = open({
      isKnownKey: (key) => key === 'pk_1',
      isAllowedOrigin: (origin) => origin.endsWith('shop.example'),
    });
    expect((await post([event('a')], { query: '?k=pk_2' })).status).toBe(401);
    expect((await post([event('a')], { query: '?k=pk_1' })).status).toBe(204);
    expect((await post([event('a')], { query: '?k=pk_1', headers: { Origin: 'https://evil.example' } })).status).toBe(
      403,
    );
    const limited = await open({ limit: () => 12.2 }).post([event('a')]);
    expect([
      limited.status,
      limited.headers.get('Retry-After'),
      limited.headers.get('Access-Control-Expose-Headers'),
    ]).toEqual([429, '13', 'Retry-After']);
  });
});
