import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../tools/findBrowser.mjs';
import { atMost, type Engine, isBrowsersOwn, type LaunchOptions, PROMPT_TIMEOUT_MS, type Tab } from './engine.ts';
import { openFreezableTab } from './freezableTab.ts';
import { findRoot, killTree } from './processTree.ts';

const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];

/** Creates a tab from a page of Playwright. */
export const toChromiumTab = (context: BrowserContext, page: Page): Tab => {
  // On a page with a frame, the prompt is in the frame.
  const inPrompt = (selector: string) => (page.frames().at(-1) ?? page).locator('scorelet-prompt').locator(selector);
  return {
    click: (selector) => inPrompt(selector).click(),
    type: (selector, text) => inPrompt(selector).pressSequentially(text),
    press: (key) => page.keyboard.press(key),
    pointAt: (x, y) => page.mouse.move(x, y),
    clickAt: (x, y) => page.mouse.click(x, y),
    async wheelAt(x, y, pixels) {
      await page.mouse.move(x, y);
      await page.mouse.wheel(0, pixels);
    },
    picture: () => page.screenshot(),
    evaluate: (expression) => page.evaluate(expression),
    async goto(url) {
      await page.goto(url);
    },
    // goBack() would wait for a load event, which does not fire when the page comes from the back/forward cache.
    async back() {
      await atMost(2000, page.evaluate('setTimeout(() => history.back())'));
    },
    close: () => page.close(),
    async crash() {
      // The crashed page cannot respond to this command.
      const crashed = new Promise<unknown>((resolve) => page.once('crash', resolve));
      const session = await context.newCDPSession(page);
      void session.send('Page.crash').catch(() => {});
      await atMost(5000, crashed);
      await atMost(2000, page.close());
    },
  };
};

/** Starts Chromium with a new profile folder. */
export const launchChromium = async ({ motion = 'full' }: LaunchOptions = {}): Promise<Engine> => {
  const profile = mkdtempSync(path.join(tmpdir(), 'scorelet-chromium-'));
  const lines: string[] = [];
  const hear = (line: string) => {
    if (!isBrowsersOwn(line)) lines.push(line);
  };
  const launch = async () => {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: findBrowser(),
      args: ARGS,
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
      viewport: { width: 1000, height: 700 },
      reducedMotion: motion === 'reduced' ? 'reduce' : 'no-preference',
    });
    context.setDefaultTimeout(PROMPT_TIMEOUT_MS);
    return context;
  };
  let context = await launch();
  return {
    name: 'chromium',
    version: `Chromium ${context.browser()?.version() ?? ''}`.trim(),
    lines,
    async openTab(url) {
      const page = await context.newPage();
      page.on('console', (message) => hear(`${message.type()}: ${message.text()}`));
      page.on('pageerror', (error) => hear(`uncaught: ${error}`));
      await page.goto(url);
      return toChromiumTab(context, page);
    },
    openFreezableTab: (url) => openFreezableTab(findBrowser(), ARGS, url),
    async killAndRelaunch() {
      const closed = new Promise<unknown>((resolve) => context.once('close', resolve));
      const root = findRoot(`--user-data-dir=${profile}`);
      if (!root) throw new Error('Chromium is not running.');
      killTree(root);
      await atMost(5000, closed);
      context = await launch();
    },
    async close() {
      await atMost(10_000, context.close());
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};
