import puppeteer from 'puppeteer-core';
import type { Tab } from './engine.ts';
import { toPuppeteerTab } from './puppeteerTab.ts';

/** A tab that can be frozen, as a browser does with one long in the background, and woken. */
export interface FreezableTab extends Tab {
  setFrozen(frozen: boolean): Promise<void>;
}

/**
 * Opens a tab in a Chromium of its own. Only a hidden page can freeze, and Playwright makes each of its pages believe that it
 * is in front; Puppeteer does not.
 */
export const openFreezableTab = async (executablePath: string, args: string[], url: string): Promise<FreezableTab> => {
  const browser = await puppeteer.launch({ executablePath, headless: true, args });
  const page = await browser.newPage();
  await page.goto(url);
  const session = await page.createCDPSession();
  const notHere = () => Promise.reject(new Error('Not in this tab.'));
  return {
    ...toPuppeteerTab(page),
    back: notHere,
    crash: notHere,
    close: () => browser.close(),
    async setFrozen(frozen) {
      if (frozen) await (await browser.newPage()).bringToFront();
      await session.send('Page.setWebLifecycleState', { state: frozen ? 'frozen' : 'active' });
      if (!frozen) await page.bringToFront();
    },
  };
};
