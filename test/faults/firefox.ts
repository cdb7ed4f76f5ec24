import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findFirefox } from '../tools/findEngines.mjs';
import { atMost, type Engine, isBrowsersOwn, type LaunchOptions, pause, type Tab } from './engine.ts';
import { kill, killTree, treeOf } from './processTree.ts';
import { toPuppeteerTab } from './puppeteerTab.ts';

/** Returns the ids of Firefox's page processes, without the parent, the fork server and the service processes. */
const pageProcesses = (browser: Browser) =>
  treeOf(browser.process()?.pid ?? -1)
    .filter(({ command }) => command.includes('-isForBrowser'))
    .map(({ pid }) => pid);

const toTab = (browser: Browser, page: Page): Tab => ({
  ...toPuppeteerTab(page),
  async back() {
    await atMost(5000, page.goBack());
  },
  async crash() {
    // Pages of one site share processes, and no driver command crashes a single page. All page processes are killed; the browser stays.
    kill(pageProcesses(browser));
    // The browser needs a moment to notice that the processes are gone. Commands sent earlier would hang.
    await pause(500);
    await atMost(2000, page.close());
  },
});

/** Starts Firefox with a new profile folder. */
export const launchFirefox = async ({ motion = 'full' }: LaunchOptions = {}): Promise<Engine> => {
  const profile = mkdtempSync(path.join(tmpdir(), 'scorelet-firefox-'));
  const lines: string[] = [];
  const hear = (line: string) => {
    if (!isBrowsersOwn(line)) lines.push(line);
  };
  const launch = () =>
    puppeteer.launch({
      browser: 'firefox',
      executablePath: findFirefox(),
      headless: true,
      userDataDir: profile,
      defaultViewport: null,
      // A command to a dying page never gets a response, so it must time out.
      protocolTimeout: 30_000,
      // Each test case has its own port. Firefox applies one storage quota to all ports of a host, so the quota is raised.
      extraPrefsFirefox: {
        'dom.storage.default_site_quota': 1_000_000,
        'browser.tabs.crashReporting.sendReport': false,
        'ui.prefersReducedMotion': motion === 'reduced' ? 1 : 0,
      },
    });
  let browser = await launch();
  return {
    name: 'firefox',
    version: (await browser.version()).replace('/', ' '),
    lines,
    async openTab(url) {
      const page = await browser.newPage();
      page.on('console', (message) => hear(`${message.type()}: ${message.text()}`));
      page.on('pageerror', (error) => hear(`uncaught: ${error}`));
      await page.goto(url);
      return toTab(browser, page);
    },
    async killAndRelaunch() {
      const root = browser.process()?.pid;
      if (!root) throw new Error('Firefox is not running.');
      const gone = new Promise<unknown>((resolve) => browser.process()?.once('exit', resolve));
      killTree(root);
      await atMost(5000, gone);
      await atMost(2000, browser.disconnect());
      browser = await launch();
    },
    async close() {
      await atMost(10_000, browser.close());
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};
