import puppeteer from 'puppeteer-core';
import type { Tab } from './engine.ts';
import { toPuppeteerTab } from './puppeteerTab.ts';

/** A tab that can be frozen and resumed. Browsers freeze tabs that stay in the background for a long time. */
export interface FreezableTab extends Tab {
  setFrozen(frozen: boolean): Promise<void>;
}

/**
 * Opens a tab in a separate Chromium that Puppeteer drives. Only a hidden page can be frozen, and Playwright reports every page
 * as visible.
 */
export const openFreezableTab = async (executablePath: string, args: string[], url: string): Promise<FreezableTab> => {
  const browser = await puppeteer.launch({ executablePath, headless: true, args });
  const page = await browser.newPage();
  await page.goto(url);
  const session = await page.createCDPSession();
  const notHere = () => Promise.reject(new Error('A freezable tab has no back() and no crash().'));
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
