import { readFile } from 'node:fs/promises';
import { readAll, startServer, type TestServer } from '../helpers/servers.ts';

/** A host page. The words COLLECTOR, CDN and SITE in its texts are replaced with the origins. */
export interface HostPage {
  /** Inline script in the head, before the script tag. */
  early?: string;
  /** Attributes of the script tag in addition to collector and mode. @default an NPS survey */
  attributes?: string;
  /** Survey definitions, used instead of the survey in the attributes. An inline survey can use the target `#here`. */
  surveys?: readonly object[];
  /** Number of script tags on the page. @default 1 */
  tags?: number;
  headers?: Record<string, string>;
}

/** An event that a page's `on()` listener received. */
interface HeardEvent {
  readonly id: string;
  readonly type: string;
  readonly page: string;
}

export interface Site extends TestServer {
  /** Console lines and uncaught errors of the site's pages. */
  readonly lines: string[];
  /** Events that the pages' `on()` listeners received. All of them must arrive at the collector. */
  readonly heard: HeardEvent[];
  /** Texts that pages reported with `say('…')`. */
  readonly said: string[];
}

const NAMES = 'displayed viewed answered skipped completed dismissed snoozed linkFollowed failed'.split(' ');

/**
 * Runs first on every page and reports console lines, errors and events to the site. It uses beacons: they survive a crash or a
 * navigation, and they work the same way in all engines.
 */
const REPORTER = `{
  const origin = 'SITE';
  const send = (kind, text) => {
    const body = JSON.stringify([kind, String(text)]);
    if (!navigator.sendBeacon(origin + '/report', body)) fetch(origin + '/report', { method: 'POST', body, mode: 'no-cors' }).catch(() => {});
  };
  window.say = (text) => send('said', text);
  try { localStorage.setItem('host:cart', '3 items'); } catch {}
  const measure = () => {
    try {
      const own = Object.keys(localStorage).filter((key) => key.startsWith('scorelet:'));
      const size = own.reduce((sum, key) => sum + key.length + localStorage.getItem(key).length, 0);
      if (size > 262144) send('line', 'storage: ' + size);
    } catch {}
  };
  for (const level of ['debug', 'log', 'info', 'warn', 'error']) {
    const print = console[level];
    console[level] = (...args) => { send('line', level + ': ' + args.join(' ')); print.apply(console, args); };
  }
  addEventListener('error', (event) => send('line', 'uncaught: ' + event.message));
  addEventListener('unhandledrejection', (event) => send('line', 'unhandled: ' + event.reason));
  for (const name of ${JSON.stringify(NAMES)}) {
    (window.scorelet ||= []).push(['on', name, (event) => measure() || send('event', JSON.stringify({ id: event.id, type: event.type, page: location.pathname }))]);
  }
}`;

const toHtml = ({ early = '', attributes, surveys, tags = 1 }: HostPage) => {
  const config = surveys && `<script type="application/json" data-scorelet>${JSON.stringify({ surveys })}</script>`;
  const said = attributes ?? (surveys ? '' : 'data-metric="nps" data-brand="Acme"');
  const tag = `<script async src="CDN/scorelet.js" data-collector="COLLECTOR/collect" data-mode="live" ${said}></script>`;
  return `<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
    <title>Shop</title><script>${REPORTER}</script><script>${early}</script></head>
    <body><h1>Shop</h1><a id="away" href="SITE/elsewhere">Elsewhere</a><div id="here"></div>${config ?? ''}${tag.repeat(tags)}</body></html>`;
};

/** A page of the site without the SDK. */
const ELSEWHERE =
  '<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Elsewhere</title><h1>Elsewhere</h1>' +
  "<script>navigator.sendBeacon('/report', JSON.stringify(['said', 'elsewhere']))</script>";

const WORKER = `addEventListener('install', () => skipWaiting());
  addEventListener('activate', (event) => event.waitUntil(clients.claim()));
  addEventListener('fetch', (event) => event.respondWith(fetch(event.request)));`;

/** Starts the host site. `/` and the given pages contain the script tag, `/elsewhere` does not. */
export const startCustomerSite = async (
  pages: Record<string, HostPage>,
  origins: { collector: string; cdn: string },
): Promise<Site> => {
  const lines: string[] = [];
  const heard: HeardEvent[] = [];
  const said: string[] = [];
  const fill = (text: string) =>
    text.replaceAll('COLLECTOR', origins.collector).replaceAll('CDN', origins.cdn).replaceAll('SITE', server.origin);
  const server = await startServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/report') {
      const [kind, text] = JSON.parse(await readAll(request)) as [string, string];
      if (kind === 'line') lines.push(text);
      else if (kind === 'said') said.push(text);
      else heard.push(JSON.parse(text) as HeardEvent);
      response.writeHead(204).end();
    } else if (pathname === '/never') {
      // This request never gets a response, so the host page's request stays open.
      request.resume();
    } else if (pathname === '/worker.js') {
      response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(WORKER);
    } else {
      const page = pages[pathname] ?? (pathname === '/' ? {} : undefined);
      const headers = Object.entries(page?.headers ?? {}).map(([name, value]) => [name, fill(value)]);
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...Object.fromEntries(headers) });
      response.end(page ? fill(toHtml(page)) : ELSEWHERE);
    }
  });
  return { ...server, lines, heard, said };
};

/** Starts a CDN that serves the built files. It has its own origin, so it works while the collector fails. */
export const startCdn = (folder = 'dist/cdn'): Promise<TestServer> =>
  startServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const content = /^\/[\w.-]+\.js$/.test(pathname) && (await readFile(folder + pathname).catch(() => undefined));
    response.writeHead(content ? 200 : 404, {
      'Content-Type': 'text/javascript',
      'Access-Control-Allow-Origin': '*',
      // Cached files keep the loading time out of the test cases.
      'Cache-Control': 'max-age=600',
    });
    response.end(content || '');
  });
