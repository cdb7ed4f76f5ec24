import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { type CollectorDouble, startCollector, startSite } from './servers.ts';

export interface OpenPage {
  readonly page: Page;
  readonly collector: CollectorDouble;
  /** Lines of the page's console, including uncaught errors. */
  readonly lines: string[];
  /** Returns the address of a path of the host site. */
  siteUrl(path: string): string;
  close(): Promise<void>;
}

export interface PageOptions {
  /** Markup of the body. `COLLECTOR` is replaced with the collector's origin. */
  body: string;
  head?: string;
  headers?: Record<string, string>;
  /** Other files of the host site, by path. */
  files?: Record<string, { html: string; headers?: Record<string, string> }>;
  context?: BrowserContextOptions;
  lang?: string;
  /** Path and query to open. @default '/' */
  path?: string;
  /** The event of the page to wait for. @default 'load' */
  waitUntil?: 'load' | 'commit';
  /** Installs a clock that the test controls with `page.clock`. @default the clock of the machine */
  clock?: 'running' | 'stopped';
}

/**
 * Installs a clock that the test controls on all pages of a context. No timer fires while the clock is stopped, so a slow
 * machine does not change the result of a test.
 */
export const installClock = async (context: BrowserContext, clock: 'running' | 'stopped'): Promise<void> => {
  const now = Date.now();
  await context.clock.install({ time: now });
  if (clock === 'stopped') await context.clock.pauseAt(now);
};

/** Advances a page's running clock by one second and stops it there. */
export const stopClock = async (page: Page): Promise<void> =>
  page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1000);

/** Opens a host page. The collector and the SDK's files are on another origin. */
export const openPage = async (browser: Browser, options: PageOptions): Promise<OpenPage> => {
  const { body, head = '', headers = {}, files = {}, context: settings = {}, lang = 'en', path = '/', clock } = options;
  const collector = await startCollector();
  const fill = (text: string) => text.replaceAll('COLLECTOR', collector.origin);
  const site = await startSite({
    ...Object.fromEntries(Object.entries(files).map(([name, file]) => [name, { ...file, html: fill(file.html) }])),
    '/': {
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, fill(value)])),
      html: fill(
        `<!doctype html><html lang="${lang}"><head><meta name="viewport" content="width=device-width"><title>Page</title>${head}</head><body>${body}</body></html>`,
      ),
    },
    '/favicon.ico': { html: '' },
  });
  const context = await browser.newContext({ viewport: { width: 1000, height: 700 }, ...settings });
  // A prompt that has not appeared after 10 s will not appear. Playwright's default is 30 s.
  context.setDefaultTimeout(10_000);
  if (clock) await installClock(context, clock);
  const page = await context.newPage();
  const lines: string[] = [];
  page.on('console', (message) => lines.push(message.text()));
  page.on('pageerror', (error) => lines.push(String(error)));
  await page.goto(site.origin + path, { waitUntil: options.waitUntil ?? 'load' });
  return {
    page,
    collector,
    lines,
    siteUrl: (name) => site.origin + name,
    async close() {
      await context.close();
      await Promise.all([collector.close(), site.close()]);
    },
  };
};

/** Returns a script tag in live mode. @default an NPS survey of Acme */
export const tag = (attributes = 'data-metric="nps" data-brand="Acme"'): string =>
  `<script async src="COLLECTOR/scorelet.js" data-collector="COLLECTOR/collect" data-mode="live" ${attributes}></script>`;
