import { afterEach, describe, expect, it } from 'vitest';
import { conformanceCases } from '../../src/cli/conformance/cases.ts';
import type { CaseContext, Exchange } from '../../src/cli/conformance/conformanceCase.ts';
import { type ConformanceOptions, runConformance } from '../../src/cli/conformance/runConformance.ts';
import { openConnection } from '../../src/cli/conformance/send.ts';
import { byteLength, createTestEvents, ID_PREFIX } from '../../src/cli/conformance/testEvents.ts';
import { runCli } from '../../src/cli/runCli.ts';
import { checkEvent } from '../../src/schema/index.ts';
import { BROKEN_COLLECTORS } from '../helpers/brokenCollectors.ts';
import { startFetchServer } from '../helpers/fetchServer.ts';
import { createKeptCollector } from '../helpers/keptCollector.ts';
import { startServer, type TestServer } from '../helpers/servers.ts';

const servers: TestServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});
const open = async (handler: Parameters<typeof startFetchServer>[0]) => {
  const server = await startFetchServer(handler);
  servers.push(server);
  return new URL('/collect', server.origin);
};

const failuresOf = async (url: URL, options: Partial<ConformanceOptions> = {}) =>
  (await runConformance({ url, ...options })).filter(({ status }) => status === 'failed');

const casesOf = (ids: readonly string[]) => conformanceCases.filter(({ id }) => ids.includes(id));

/** A case context whose requests all get a 204. */
const STILL: Omit<CaseContext, 'exchanges'> = {
  events: createTestEvents('https://shop.example'),
  origin: 'https://shop.example',
  send: async () => ({ status: 204, ms: 1, text: '', header: () => undefined }),
  sendImpatiently: async () => ({ status: 204, ms: 1, text: '', header: () => undefined }),
  post: async () => ({ status: 204, ms: 1, text: '', header: () => undefined }),
  ask: async () => ({ status: 204, ms: 1, text: '', header: () => undefined }),
  connect: () => openConnection(new URL('http://localhost')),
  mayHammer: false,
  mayAskHistory: false,
  wait: async () => {},
};

const say = async (...args: string[]) => {
  const printed: string[] = [];
  const complained: string[] = [];
  const code = await runCli(args, {
    print: (line) => printed.push(line),
    complain: (line) => complained.push(line),
  });
  return { code, printed: printed.join('\n'), complained: complained.join('\n') };
};

describe('the conformance kit', () => {
  it('finds no failure in the collector of this repository', async () => {
    const results = await runConformance({ url: await open(createKeptCollector()), history: true });
    expect(results.filter(({ status }) => status === 'failed')).toEqual([]);
    expect(results.filter(({ status }) => status === 'passed').length).toBeGreaterThanOrEqual(123);
    expect(results.filter(({ status }) => status === 'skipped').map(({ id }) => id)).toEqual(['limits.rate']);
  }, 30_000);

  it.each(BROKEN_COLLECTORS)('detects a collector that $what', async ({ fails, create }) => {
    const failures = await failuresOf(await open(create()), { cases: casesOf(fails), history: true });
    expect(failures.map(({ id }) => id).sort()).toEqual([...fails].sort());
    for (const { id, expected, came } of failures) {
      expect([expected, came], id).toEqual([expect.stringMatching(/./), expect.stringMatching(/./)]);
    }
  });

  it('has a broken collector for every case, except the cases about slow responses and the rate limit', async () => {
    const failed = new Set(BROKEN_COLLECTORS.flatMap(({ fails }) => fails));
    for (const { what, create } of BROKEN_COLLECTORS.slice(0, 3)) {
      const failures = await failuresOf(await open(create()), { history: true });
      expect(failures.length, what).toBeGreaterThan(20);
      for (const { id } of failures) failed.add(id);
    }
    // These two cases are tested here, because a broken collector would make the run slow.
    const slow = { status: 204, ms: 6_000, text: '', header: () => undefined };
    const context = { exchanges: [{ plan: {}, answer: slow }], ...STILL };
    const [late] = casesOf(['request.in-time']);
    await expect(late?.run(context)).rejects.toThrow(
      'expected every response within 5000 ms, received 6000 ms for the slowest',
    );
    const tireless = await failuresOf(await open(createKeptCollector()), {
      cases: casesOf(['limits.rate']),
      rateLimit: true,
    });
    expect(tireless).toMatchObject([{ expected: '429 within 3000 requests', came: 'none' }]);
    const left = conformanceCases.map(({ id }) => id).filter((id) => !failed.has(id));
    expect(left).toEqual(['request.in-time', 'limits.rate']);
  }, 60_000);

  it('reports one failure for a collector that violates the contract in one way', async () => {
    const cookie = BROKEN_COLLECTORS.find(({ what }) => what === 'sets a cookie');
    const failures = await failuresOf(await open(cookie?.create() ?? createKeptCollector()), { history: true });
    expect(failures).toMatchObject([
      { id: 'cors.no-cookie', expected: 'no Set-Cookie', came: '204 to POST with Set-Cookie: lb=1; Path=/' },
    ]);
  }, 30_000);

  it('gives every case a unique id', () => {
    const ids = conformanceCases.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z]+\.[a-z0-9-]+$/.test(id))).toEqual([]);
  });

  it('posts valid events that are marked as tests and have ids unique to the run', async () => {
    const exchanges: Exchange[] = [];
    const url = await open(createKeptCollector());
    await runConformance({
      url,
      cases: casesOf(['request.every-type']),
      onExchange: (exchange) => exchanges.push(exchange),
    });
    const events = JSON.parse(`${exchanges[0]?.plan.body}`);
    expect(events).toHaveLength(11);
    for (const event of events) {
      expect(checkEvent(event), event.type).toEqual([]);
      expect(event.id).toMatch(new RegExp(`^${ID_PREFIX}[0-9a-f]{12}-\\d+$`));
      expect(event.data.quality.test).toBe(true);
    }
    expect(createTestEvents('null').newId()).not.toBe(createTestEvents('null').newId());
  });

  it.each([
    [32_768, 'x'],
    [32_768, '😀'],
    [1_500, 'é'],
    [65_537, 'x'],
  ])('creates an event of exactly %i bytes filled with %s', (bytes, character) => {
    const event = createTestEvents('https://shop.example').sized(bytes, character);
    expect(byteLength(event)).toBe(bytes);
    expect(checkEvent(event)).toEqual([]);
  });

  it('requests histories only with the option --history', async () => {
    const asked: string[] = [];
    const collect = createKeptCollector();
    const url = await open((request) => {
      if (request.url.includes('ce=history')) asked.push(request.url);
      return collect(request);
    });
    const cases = conformanceCases.filter(({ section }) => section === 'history');
    const results = await runConformance({ url, cases });
    expect(new Set(results.map(({ status, reason }) => `${status}: ${reason}`))).toEqual(
      new Set(['skipped: histories are optional; run this case with --history']),
    );
    expect(asked).toEqual([]);
    const { code, printed } = await say('conformance', url.href, '--history', '--only', 'history', '--key', 'pk_1');
    expect([code, printed]).toEqual([0, expect.stringContaining(`${cases.length} of ${cases.length} passed`)]);
    expect(new URL(asked[0] ?? '').search).toBe('?ce=history&v=1&k=pk_1');
  });

  it('provokes the rate limit, waits for Retry-After and then expects the collector to accept events', async () => {
    let count = 0;
    let freeAt = 0;
    const limit = () => {
      if (++count < 25) return 0;
      freeAt ||= Date.now() + 900;
      return Date.now() < freeAt ? 1 : 0;
    };
    const [result] = await runConformance({
      url: await open(createKeptCollector({ limit })),
      cases: casesOf(['limits.rate']),
      rateLimit: true,
    });
    expect(result).toMatchObject({ status: 'passed' });
    expect(result?.ms).toBeGreaterThan(900);
  });

  it('waits for Retry-After and continues after a 429 in the middle of a run', async () => {
    let count = 0;
    const url = await open(createKeptCollector({ limit: () => (++count === 2 ? 1 : 0) }));
    const waits: number[] = [];
    const failures = await failuresOf(url, { cases: casesOf(['once.same-batch']), onWait: (ms) => waits.push(ms) });
    expect([failures, waits, count]).toEqual([[], [1000], 4]);
  });

  it('stops sending requests to a collector that never responds', async () => {
    const silent = await startServer(() => {});
    servers.push(silent);
    const failures = await failuresOf(new URL(silent.origin), { timeoutMs: 50 });
    expect(failures).toHaveLength(conformanceCases.length);
    expect(failures[0]).toMatchObject({ expected: 'a response', came: 'no response within 0.05 s' });
    expect(failures.at(-1)?.came).toMatch('no request sent');
  });

  it('reports a response that ends early', async () => {
    const rude = await startServer((_, response) => {
      response.writeHead(200, { 'Content-Length': '100' }).write('{"v":1,');
      setTimeout(() => response.destroy(), 20);
    });
    servers.push(rude);
    const [failure] = await failuresOf(new URL(rude.origin), { cases: casesOf(['request.one']) });
    expect(failure?.came).toBe('the response ended early');
  });
});

describe('npx scorelet conformance', () => {
  it('exits with 0 when every required case passes', async () => {
    const url = await open(createKeptCollector());
    const { code, printed } = await say('conformance', url.href, '--only', 'request.one');
    expect(code).toBe(0);
    expect(printed).toMatch(/^passed {3}request\.one {2,}accepts a batch of one event$/m);
    expect(printed).toMatch(/1 of 1 passed, 0 failed \(\d\.\d s\)\nThe collector conforms to the contract\.$/);
  });

  it('exits with 1 when a required case fails, and prints the expected and the received response', async () => {
    const url = await open(() => new Response('<h1>Welcome</h1>', { headers: { 'Content-Type': 'text/html' } }));
    const { code, printed } = await say('conformance', url.href, '--only=request.one');
    expect(code).toBe(1);
    expect(printed).toMatch(/^FAILED {3}request\.one/m);
    expect(printed).toMatch(
      /expected {2}202 or 204 without a body, or 200 with scorelet-conformance-\S+ in "accepted"/,
    );
    expect(printed).toMatch('received  200 text/html <h1>Welcome</h1>');
  });

  it('exits with 0 when only a recommended case fails', async () => {
    const url = await open(async (request) => {
      const answer = await createKeptCollector()(request);
      return answer.status === 415 ? new Response(null, { status: 204, headers: answer.headers }) : answer;
    });
    const { code, printed } = await say('conformance', url.href, '--only', 'request.other-type');
    expect(code).toBe(0);
    expect(printed).toMatch(/^should {3}request\.other-type/m);
    expect(printed).toMatch('0 failed, 1 recommended case failed');
  });

  it('prints the results as JSON with --json', async () => {
    const url = await open(createKeptCollector());
    const { code, printed } = await say('conformance', url.href, '--json', '--only', 'acknowledge');
    expect(code).toBe(0);
    const report = JSON.parse(printed);
    expect(report).toMatchObject({ url: url.href, conforms: true, failed: 0, skipped: 0 });
    expect(report.cases[0]).toMatchObject({ id: 'acknowledge.form', status: 'passed', requirement: 'must' });
    expect(report.passed).toBe(report.cases.length);
  });

  it('sends the key, the origin and the query of the URL with its requests', async () => {
    const seen: [URL, string | null][] = [];
    const collect = createKeptCollector();
    const url = await open((request) => {
      if (request.method === 'POST') seen.push([new URL(request.url), request.headers.get('Origin')]);
      return collect(request);
    });
    await say('conformance', `${url}?tenant=7`, '--key', 'pk_1', '--origin=https://shop.example', '--only=request.one');
    const [[asked, origin] = []] = seen;
    expect(asked?.search).toMatch(/^\?tenant=7&ce=batch&v=1&k=pk_1&t=\d+&n=0$/);
    expect(origin).toBe('https://shop.example');
  });

  it('prints the most likely cause when most cases fail with the same status', async () => {
    const url = await open(() => new Response(null, { status: 401 }));
    expect((await say('conformance', url.href, '--only', 'order')).printed).toMatch(
      /401: pass a valid publishable key with --key/,
    );
  });

  it.each([
    [['conformance'], 'Missing the URL of the collector.'],
    [
      ['conformance', 'localhost:4700/collect'],
      'Expected an http or https URL, received "localhost:4700/collect". Did you mean http://localhost:4700/collect?',
    ],
    [['conformance', 'ftp://x/'], 'Expected an http or https URL, received "ftp://x/".'],
    [['conformance', 'http://'], 'Expected a valid URL, received "http://".'],
    [['conformance', 'http://a/', 'http://b/'], 'Expected one collector URL, received a second argument "http://b/".'],
    [['conformance', 'http://a/', '--jsn'], 'Unknown option --jsn. Did you mean --json?'],
    [['conformance', 'http://a/', '--quiet-please'], 'Unknown option --quiet-please.'],
    [['conformance', 'http://a/', '--key'], 'Option --key needs a value'],
    [['conformance', 'http://a/', '--key', '--json'], 'Option --key needs a value'],
    [['conformance', 'http://a/', '--json=yes'], 'Option --json takes no value'],
    [
      ['conformance', 'http://a/', '--timeout', 'soon'],
      'Expected --timeout to be above 0 and at most 600 seconds, received "soon".',
    ],
    [['conformance', 'http://a/', '--origin', 'https://shop.example/path'], 'to be an origin without a path'],
    [['conformance', 'http://a/', '--only', 'cors.receit'], 'Did you mean cors.receipt?'],
    [['conformence', 'http://a/'], 'Unknown command "conformence". Did you mean conformance?'],
    [['http://a/collect'], 'Did you mean scorelet conformance http://a/collect?'],
  ])('exits with 2 and explains what is wrong with the arguments %j', async (args, message) => {
    const { code, printed, complained } = await say(...args);
    expect([code, printed]).toEqual([2, '']);
    expect(complained).toContain(message);
    expect(complained).toContain('scorelet --help');
  });

  it.each([
    ['http://127.0.0.1:1/collect', 'the connection was refused'],
    ['http://collector.invalid/collect', 'Is the name correct?|Is there a network connection?'],
  ])('exits with 2 when no server responds at %s', async (url, message) => {
    const { code, complained } = await say('conformance', url);
    expect(code).toBe(2);
    expect(complained).toMatch(new RegExp(message));
  });

  it('exits with 2 when the URL has https and the collector speaks http', async () => {
    const url = await open(createKeptCollector());
    const { code, complained } = await say('conformance', url.href.replace('http:', 'https:'));
    expect(code).toBe(2);
    expect(complained).toMatch('Try http:// instead of https://');
  });

  it('prints the help and the version', async () => {
    expect(await say('--help')).toMatchObject({ code: 0, printed: expect.stringContaining('--rate-limit') });
    expect(await say()).toMatchObject({ code: 0, printed: expect.stringContaining('scorelet conformance <url>') });
    expect(await say('--version')).toMatchObject({ code: 0, printed: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
  });
});
