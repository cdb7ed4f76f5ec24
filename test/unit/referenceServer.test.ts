import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../examples/collector/report.ts';
import { type CollectorServer, startCollector } from '../../examples/collector/server.ts';
import { parseHistory } from '../../src/schema/index.ts';
import { wholeResponse } from './referenceEvents.ts';

let folder: string;
let server: CollectorServer;
const lines: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'scorelet-server-'));
  for (const name of ['sdk', 'results']) await mkdir(path.join(folder, name));
  await writeFile(path.join(folder, 'sdk', 'scorelet.js'), 'loader');
  await writeFile(path.join(folder, 'sdk', 'scorelet-prompt-DffLw-9Y.js'), 'chunk');
  await writeFile(path.join(folder, 'results', 'index.html'), '<!doctype html>');
  await writeFile(path.join(folder, 'secret.js'), 'secret');
  server = await startCollector({
    port: 0,
    dataDir: path.join(folder, 'data'),
    sdkDir: path.join(folder, 'sdk'),
    resultsDir: path.join(folder, 'results'),
    limits: { perIp: 20 },
    log: (line) => lines.push(line),
  });
}, 60_000);
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const post = (body: unknown, query = '') =>
  fetch(`${server.url}/collect${query}`, {
    method: 'POST',
    headers: { 'Content-Type': 'text/plain', Origin: 'https://shop.example' },
    body: JSON.stringify(body),
  });

describe('the reference collector over HTTP', () => {
  it('accepts events from any origin, notifies the stream, and shows the answers in results and exports', async () => {
    const stop = new AbortController();
    const stream = await fetch(`${server.url}/api/stream`, { signal: stop.signal });
    expect(stream.headers.get('content-type')).toMatch('text/event-stream');
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toMatch('retry:');
    const response = await post(wholeResponse([9, 'good'], { response: 'r1' }).map(({ event }) => event));
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect((await reader?.read())?.value).toBe('event: committed\ndata: {}\n\n');
    stop.abort();

    const report: Report = await (await fetch(`${server.url}/api/results`)).json();
    expect(report.blocks).toMatchObject([{ metric: 'nps', n: 1, viewed: 1 }]);
    const csv = await fetch(`${server.url}/api/export.csv?from=2026-03-01`);
    expect(csv.headers.get('content-disposition')).toBe('attachment; filename="scorelet-answers-from-2026-03-01.csv"');
    expect((await csv.text()).trim().split('\r\n')).toHaveLength(3);
    expect(await (await fetch(`${server.url}/api/export.json`)).json()).toHaveLength(2);
  });

  it('serves the history of a respondent to another device', async () => {
    const history = await post({ respondent: 'person-r1' }, '?ce=history&v=1');
    expect(history.headers.get('access-control-allow-origin')).toBe('*');
    const { facts } = parseHistory(await history.json());
    expect(facts.map(({ survey, outcome }) => `${survey} ${outcome}`)).toEqual([
      'post-purchase displayed',
      'post-purchase answered',
    ]);
  });

  it('responds to preflights', async () => {
    const response = await fetch(`${server.url}/collect`, { method: 'OPTIONS' });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-max-age')).toBe('86400');
  });

  it('serves the SDK to every origin, with immutable hashed files, and no other files', async () => {
    const loader = await fetch(`${server.url}/scorelet/scorelet.js`);
    expect(await loader.text()).toBe('loader');
    expect(loader.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(loader.headers.get('access-control-allow-origin')).toBe('*');
    expect(loader.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(loader.headers.get('cache-control')).toMatch('max-age=300');
    const chunk = await fetch(`${server.url}/scorelet/scorelet-prompt-DffLw-9Y.js`);
    expect(chunk.headers.get('cache-control')).toMatch('immutable');
    const again = { headers: { 'If-None-Match': chunk.headers.get('etag') ?? '' } };
    expect((await fetch(`${server.url}/scorelet/scorelet-prompt-DffLw-9Y.js`, again)).status).toBe(304);
    for (const name of ['..%2Fsecret.js', '%2e%2e/secret.js', '.env', 'nothing.js']) {
      expect((await fetch(`${server.url}/scorelet/${name}`)).status).toBe(404);
    }
  });

  it.each(['/', '/results', '/api/results', '/health', '/nothing'])(
    'sends a strict Content-Security-Policy on its page %s',
    async (page) => {
      const { headers } = await fetch(server.url + page);
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*script-src 'self'.*style-src 'self'/);
      expect(headers.get('content-security-policy')).not.toMatch('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  it('explains an invalid filter with 400', async () => {
    const response = await fetch(`${server.url}/api/results?tz=Mars`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ detail: expect.stringContaining('IANA time zone') });
  });

  it('responds with 429 and Retry-After above the rate limit', async () => {
    const statuses = new Set<number>();
    for (let i = 0; i < 25; i++) {
      const response = await post([]);
      statuses.add(response.status);
      if (response.status !== 429) continue;
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(response.headers.get('access-control-expose-headers')).toBe('Retry-After');
    }
    expect([...statuses]).toEqual([204, 429]);
  });

  it('refuses a port that is taken, and releases the data folder', async () => {
    const options = {
      port: Number(new URL(server.url).port),
      dataDir: path.join(folder, 'other'),
      sdkDir: path.join(folder, 'sdk'),
    };
    await expect(startCollector(options)).rejects.toThrow(/Port \d+ is taken on 127\.0\.0\.1/);
    const second = await startCollector({ ...options, port: 0, host: '0.0.0.0' });
    // Without a password, a server that is not on loopback accepts events, but serves no results and no histories.
    const url = second.url.replace('0.0.0.0', '127.0.0.1');
    expect((await fetch(`${url}/api/results`)).status).toBe(403);
    const question = { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: '{"respondent":"person-r1"}' };
    expect((await fetch(`${url}/collect?ce=history&v=1`, question)).status).toBe(404);
    expect((await fetch(`${url}/health`)).status).toBe(200);
    await second.stop();
  }, 60_000);

  it('logs no lines in normal operation', () => {
    expect(lines).toEqual([]);
  });
});
