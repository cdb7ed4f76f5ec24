import { readFileSync } from 'node:fs';
import { type CollectorDouble, startCollector, startServer, startSite } from '../helpers/servers.ts';
import { startFresh } from '../helpers/startFresh.ts';
import type { Build } from './builds.ts';
import type { HostilePage } from './hostilePage.ts';

export interface HostileSite {
  readonly url: string;
  readonly collector: CollectorDouble;
  close(): Promise<void>;
}

/** The expression of the console lines and uncaught errors of a page, as one text. The driver of WebKitGTK does not report them. */
export const LINES = 'hostLines.join("\\n")';

/** Runs first on each page. */
const LISTENER = `{
  const lines = [];
  const join = lines.join;
  window.hostLines = { join: (by) => join.call(lines, by) };
  for (const level of ['debug', 'log', 'info', 'warn', 'error']) {
    const print = console[level];
    console[level] = (...given) => { lines[lines.length] = level + ': ' + given; print.apply(console, given); };
  }
  addEventListener('error', (event) => { lines[lines.length] = 'uncaught: ' + event.message; });
  addEventListener('unhandledrejection', (event) => { lines[lines.length] = 'unhandled: ' + event.reason; });
}`;

const toScript = (code: string) => ({ html: code, headers: { 'Content-Type': 'text/javascript' } });
const toPage = (html: string) => ({ html });

const mapValues = <From, To>(from: Readonly<Record<string, From>>, to: (value: From) => To) =>
  Object.fromEntries(Object.entries(from).map(([key, value]) => [key, to(value)]));

const toMarkup = ({ head = '', body = '<h1>Shop</h1>', ...page }: HostilePage, build: Build, libraries: string[]) =>
  `<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>Shop</title>
  <script>${LISTENER}</script>${libraries.map((file) => `<script src="${file}"></script>`).join('')}${head}</head>
  <body>${body}${build.toMarkup(page)}</body></html>`;

/** Serves a hostile page, its collector and a server that never answers, each on its own origin. */
export const startHostileSite = async (page: HostilePage, build: Build): Promise<HostileSite> => {
  const libraries = Object.fromEntries(
    (page.libraries ?? []).map((file, index) => [`/library-${index}.js`, readFileSync(`node_modules/${file}`, 'utf8')]),
  );
  const collector = await startCollector();
  const silent = await startServer(() => new Promise(() => {}));
  const markup = toMarkup(page, build, Object.keys(libraries))
    .replaceAll('COLLECTOR', collector.origin)
    .replaceAll('SILENT', silent.origin);
  const site = await startFresh(() =>
    startSite({
      ...mapValues({ ...build.files, ...libraries }, toScript),
      ...mapValues({ ...page.otherPages, '/': markup }, toPage),
    }),
  );
  return {
    url: site.origin,
    collector,
    async close() {
      await Promise.all([site.close(), collector.close(), silent.close()]);
    },
  };
};
