import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DATABASE } from '../../src/browser/databaseName.ts';
import type { KeyValueStore } from '../../src/browser/localStore.ts';
import { advise, toAdvice } from '../../src/delivery/advice.ts';
import { hasLeftovers } from '../../src/delivery/hasLeftovers.ts';
import { type StoredRecord, toRecordText } from '../../src/delivery/outbox/storedRecord.ts';
import { createHttpTransport } from '../../src/delivery/transport/httpTransport.ts';
import { UNDELIVERED } from '../../src/memory/keys.ts';

const ADDRESS = 'https://collector.example/collect?ce=batch&v=1';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the advice about a collector that takes no events', () => {
  /** Reports a receipt. Returns the words for the integrator. */
  const adviceOn = async (
    status: number,
    {
      onError = false,
      transport = false,
      reachable = false,
      accepted = undefined as ReadonlySet<string> | undefined,
    } = {},
  ) => {
    vi.stubGlobal('location', { origin: 'https://shop.example' });
    const words: string[] = [];
    await advise(
      { status, accepted },
      {
        address: ADDRESS,
        options: {
          ...(onError && { onError: () => {} }),
          ...(transport && { transport: async () => ({ status }) }),
        },
        report: (_, message) => void words.push(message),
        fetch: async () => {
          if (!reachable) throw new TypeError('Failed to fetch');
          return new Response();
        },
      },
    );
    return words;
  };

  it.each([400, 401, 403, 404, 405, 410, 413, 415, 422, 451, 500, 502, 301])(
    'says what is wrong with the status %i, without the key',
    async (status) => {
      const [words, ...more] = await adviceOn(status);
      expect(words).toMatch(`Collector https://collector.example/collect: status ${status}, `);
      expect(more).toEqual([]);
    },
  );

  it.each([408, 425, 429, 503])('tells only the hook onError of the orderly status %i', async (status) => {
    expect(await adviceOn(status)).toEqual([]);
    expect(await adviceOn(status, { onError: true })).toEqual([`Collector ${ADDRESS}: status ${status}.`]);
  });

  it('distinguishes a broken network from a response that the page may not read', async () => {
    expect(await adviceOn(0)).toEqual([]);
    expect(await adviceOn(0, { reachable: true })).toEqual([expect.stringContaining('Access-Control-Allow-Origin')]);
  });

  it('is silent about receipts, and names the transport of the host page', async () => {
    expect(await adviceOn(204)).toEqual([]);
    expect(await adviceOn(200, { accepted: new Set() })).toEqual([]);
    expect(await adviceOn(503, { transport: true })).toEqual([expect.stringContaining('The transport resolved')]);
  });

  it('refers to sections that the collector contract has', () => {
    vi.stubGlobal('location', { origin: 'https://shop.example' });
    const sections = new Set(
      readFileSync('src/collector/README.md', 'utf8')
        .split('\n')
        .filter((line) => line.startsWith('## '))
        .map((line) => line.slice(3).toLowerCase().replaceAll(' ', '-')),
    );
    for (let status = 0; status < 600; status++) {
      const [, section] = toAdvice(status, ADDRESS).split('README.md');
      if (section) expect(sections, `${status}`).toContain(section.slice(1));
    }
  });
});

describe('the events that earlier pages left', () => {
  const storeOf = (...states: StoredRecord['state'][]) =>
    ({
      keys: (prefix: string) => states.map((state) => `${prefix}q ${state}`),
      get: (key: string) =>
        toRecordText({
          state: key.slice(UNDELIVERED.length + 2) as StoredRecord['state'],
          answer: true,
          time: 1,
          json: '{}',
        }),
    }) as unknown as KeyValueStore;
  const install = (...names: string[]) => {
    vi.stubGlobal('sessionStorage', {});
    vi.stubGlobal('indexedDB', { databases: async () => names.map((name) => ({ name })) });
  };

  it('are those that wait in localStorage, not the parked ones', async () => {
    install('of-the-host');
    expect(await hasLeftovers(storeOf('parked', 'removing'))).toBe(false);
    expect(await hasLeftovers(storeOf('parked', 'waiting'))).toBe(true);
  });

  it('may lie in IndexedDB alone, unless the host page passes its own storage', async () => {
    install('of-the-host', DATABASE);
    expect(await hasLeftovers(storeOf())).toBe(true);
    expect(await hasLeftovers(storeOf(), {} as Storage)).toBe(false);
  });

  it('are none where storage is denied', async () => {
    vi.stubGlobal('sessionStorage', {});
    vi.stubGlobal('indexedDB', {
      databases() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    expect(await hasLeftovers(storeOf())).toBe(false);
  });
});

describe('the HTTP transport', () => {
  /** Posts a batch. Returns the request and the receipt. */
  const postWith = async (
    response: Response,
    { attempt, reason }: { attempt: number; reason: 'answer' | 'retry' | 'hidden' } = { attempt: 0, reason: 'answer' },
  ) => {
    const requests: [url: string, init: RequestInit][] = [];
    const transport = createHttpTransport({
      address: ADDRESS,
      fetch: async (url, init) => {
        requests.push([`${url}`, init ?? {}]);
        return response;
      },
      now: () => 5,
    });
    const receipt = await transport('[{"id":"a"}]', {
      ids: ['a'],
      attempt,
      reason,
      signal: new AbortController().signal,
    });
    return { receipt, request: requests[0] };
  };

  it.each([
    { attempt: 0, reason: 'answer', keepalive: true },
    { attempt: 1, reason: 'retry', keepalive: false },
    { attempt: 3, reason: 'hidden', keepalive: true },
  ] as const)('outlives the page: attempt $attempt because of "$reason": $keepalive', async (given) => {
    const { request } = await postWith(new Response(null, { status: 204 }), given);
    expect(request?.[0]).toBe(`${ADDRESS}&t=5&n=${given.attempt}`);
    expect(request?.[1]).toMatchObject({ keepalive: given.keepalive, credentials: 'omit', redirect: 'error' });
  });

  it('reads the lists only of a receipt of version 1', async () => {
    const lists = { accepted: ['a'], rejected: [] };
    const { receipt } = await postWith(Response.json({ v: 1, ...lists }));
    expect(receipt).toEqual({ status: 200, retryAfter: null, ...lists });
    for (const body of [{ v: 2, ...lists }, lists, null, 'OK'])
      expect((await postWith(Response.json(body))).receipt).toEqual({ status: 200, retryAfter: null });
  });

  it('passes on the Retry-After of a response without a body', async () => {
    const { receipt } = await postWith(new Response(null, { status: 503, headers: { 'Retry-After': '7' } }));
    expect(receipt).toEqual({ status: 503, retryAfter: '7' });
  });
});
