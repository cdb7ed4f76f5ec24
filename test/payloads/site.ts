/** The page of the tests, with the built package, the traps and a collector that keeps what each client sends. */
import type { Browser, Page } from 'playwright-core';
import { createCollector } from '../../src/collector/index.ts';
import type { ScoreletEvent } from '../../src/schema/index.ts';
import { bundleNpm, bundleSources } from '../helpers/bundle.ts';
import { readAll, startServer } from '../helpers/servers.ts';

export interface PayloadSite {
  readonly origin: string;
  /** The events by the query `run` of the collector's address. */
  readonly received: Map<string, ScoreletEvent[]>;
  /** What the page requested from other places than this site. */
  readonly foreign: string[];
  /** Puts a JSON document at an address. */
  put(path: string, document: unknown): void;
  open(path?: string): Promise<Page>;
  close(): Promise<void>;
}

const HTML =
  '<!doctype html><html lang="en"><head><title>Page</title><script src="/page.js"></script></head><body></body></html>';

const bundlePage = async (): Promise<string> => {
  const [page, npm] = await Promise.all([
    bundleSources(`import * as payloads from ${JSON.stringify(new URL('inPage/entry.ts', import.meta.url).pathname)};
      Object.assign(window, { payloads });`),
    bundleNpm(),
  ]);
  return `${page};${npm}`;
};

/** Starts the site. All its files and its collector have one origin. */
export const startPayloadSite = async (browser: Browser): Promise<PayloadSite> => {
  const code = await bundlePage();
  const received: PayloadSite['received'] = new Map();
  const documents = new Map<string, string>();
  const foreign: string[] = [];
  const collectorOf = (run: string) => {
    const events = received.get(run) ?? [];
    received.set(run, events);
    return createCollector({
      store: {
        async add(added) {
          events.push(...added.map(({ event }) => event));
          return { duplicates: [] };
        },
      },
    });
  };
  const server = await startServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const send = (type: string, text: string) =>
      response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8` }).end(text);
    if (url.pathname === '/page.js') return void send('text/javascript', code);
    const document = documents.get(url.pathname);
    if (document !== undefined) return void send('application/json', document);
    if (url.pathname !== '/collect') return void send('text/html', HTML);
    const collect = collectorOf(url.searchParams.get('run') ?? '');
    const body = await readAll(request);
    const headers = request.headers as Record<string, string>;
    const answer = await collect(new Request(url, { method: 'POST', headers, body }));
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
  });
  const context = await browser.newContext({ viewport: { width: 1000, height: 700 }, reducedMotion: 'reduce' });
  context.on('request', (request) => {
    if (!request.url().startsWith(`${server.origin}/`)) foreign.push(request.url());
  });
  return {
    origin: server.origin,
    received,
    foreign,
    // Strings are written as JSON escapes, so that incomplete surrogate pairs arrive.
    put: (path, document) => void documents.set(path, JSON.stringify(document)),
    async open(path = '/') {
      const page = await context.newPage();
      await page.goto(server.origin + path);
      return page;
    },
    async close() {
      await context.close();
      await server.close();
    },
  };
};
