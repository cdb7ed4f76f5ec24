import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { type CollectorDouble, startCollector, startSite } from './servers.ts';

export interface OpenPage {
  readonly page: Page;
  readonly collector: CollectorDouble;
  /** Everything the page's console said, uncaught errors included. */
  readonly lines: string[];
  /** Address of another path of the host's site. */
  siteUrl(path: string): string;
  close(): Promise<void>;
}

export interface PageOptions {
  /** Markup of the body; `COLLECTOR` becomes the collector's origin. */
  body: string;
  head?: string;
  headers?: Record<string, string>;
  /** More files of the site, by path. */
  files?: Record<string, { html: string; headers?: Record<string, string> }>;
  context?: BrowserContextOptions;
  lang?: string;
  /** Path and query to open. @default '/' */
  path?: string;
  /** Gives the pages a clock that the test moves: `page.clock`. @default the clock of the machine */
  clock?: 'running' | 'stopped';
}

/**
 * Gives the pages of a context a clock that the test moves. While it is stopped no timer fires, however long a busy machine
 * takes.
 */
export const installClock = async (context: BrowserContext, clock: 'running' | 'stopped'): Promise<void> => {
  const now = Date.now();
  await context.clock.install({ time: now });
  if (clock === 'stopped') await context.clock.pauseAt(now);
};

/** Stops the running clock of a page a second from now. */
export const stopClock = async (page: Page): Promise<void> =>
  page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1000);

/** Opens a host page of its own origin, with a collector and the SDK's files on another. */
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
  // Shorter than Playwright's own half minute: a prompt that has not appeared by then will not.
  context.setDefaultTimeout(10_000);
  if (clock) await installClock(context, clock);
  const page = await context.newPage();
  const lines: string[] = [];
  page.on('console', (message) => lines.push(message.text()));
  page.on('pageerror', (error) => lines.push(String(error)));
  await page.goto(site.origin + path);
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

/** The script tag, live, with more attributes. */
export const tag = (attributes = 'data-metric="nps" data-brand="Acme"'): string =>
  `<script async src="COLLECTOR/scorelet.js" data-collector="COLLECTOR/collect" data-mode="live" ${attributes}></script>`;
