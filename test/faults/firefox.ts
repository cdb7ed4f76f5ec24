import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findFirefox } from '../tools/findEngines.mjs';
import { atMost, type Engine, isBrowsersOwn, pause, type Tab } from './engine.ts';
import { kill, killTree, treeOf } from './processTree.ts';
import { toPuppeteerTab } from './puppeteerTab.ts';

/** Returns the processes that run pages: the parent, its fork server and its services are not among them. */
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
    // All pages of one site share processes, and no driver command ends one: all of them go, the browser stays.
    kill(pageProcesses(browser));
    // Until the browser has seen it, it gives commands to the dead.
    await pause(500);
    await atMost(2000, page.close());
  },
});

/** Starts Firefox with a profile folder of its own. */
export const launchFirefox = async (): Promise<Engine> => {
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
      // A command that meets a page as it dies is never answered.
      protocolTimeout: 30_000,
      // Each row has an origin of its own, and Firefox counts all ports of a machine as one site.
      extraPrefsFirefox: {
        'dom.storage.default_site_quota': 1_000_000,
        'browser.tabs.crashReporting.sendReport': false,
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
