import type { Browser } from 'playwright-core';
import { toChromiumTab } from '../faults/chromium.ts';
import type { Engine, Tab } from '../faults/engine.ts';
import { still } from '../helpers/surveyPage.ts';

export interface HostTab {
  readonly tab: Tab;
  /** Console lines and uncaught errors of this tab that the driver received. */
  lines(): readonly string[];
}

/** A browser that opens each page as if it were the first. */
export interface HostBrowser {
  /** The most by which a color channel, out of 255, differs between two pictures of the same card. */
  readonly trace: number;
  openTab(url: string): Promise<HostTab>;
}

const TRACE = 8;
/** WebKitGTK smooths the rounded borders of the scores in one of two ways. */
const TRACE_IN_WEBKIT = 40;

/** Opens pages in Chromium, each in its own context, so that several can run at the same time. */
export const toChromiumHost = (browser: Browser): HostBrowser => ({
  trace: TRACE,
  async openTab(url) {
    const context = await browser.newContext(still(1000));
    const page = await context.newPage();
    const lines: string[] = [];
    page.on('console', (message) => lines.push(message.text()));
    page.on('pageerror', (error) => lines.push(String(error)));
    await page.goto(url, { waitUntil: 'commit' });
    return { tab: { ...toChromiumTab(context, page), close: () => context.close() }, lines: () => lines };
  },
});

/** Opens pages in an engine of the fault tests, one after the other in the same tab. */
export const toEngineHost = (engine: Engine): HostBrowser => {
  let tab: Tab | undefined;
  return {
    trace: engine.name === 'webkit' ? TRACE_IN_WEBKIT : TRACE,
    async openTab(url) {
      const before = engine.lines.length;
      if (tab) await tab.goto(url);
      else tab = await engine.openTab(url);
      return { tab: { ...tab, close: async () => {} }, lines: () => engine.lines.slice(before) };
    },
  };
};
