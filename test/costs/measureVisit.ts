import type { Browser } from 'playwright-core';
import { openPage, tag } from '../helpers/page.ts';
import { eventsOf } from '../helpers/surveyPage.ts';
import { watchPage } from './watchPage.ts';

export interface Visit {
  /** Cumulative layout shift. */
  readonly shift: number;
  readonly longTasks: readonly number[];
  /** Milliseconds from the click on a score to the next paint, in steps of 8 ms. */
  readonly click: number;
  /** Timers, intervals and frames that have not fired twelve seconds after the prompt closed. */
  readonly timers: number;
}

interface Reported {
  readonly shift: number;
  readonly longTasks: number[];
  readonly interactions: number[];
  readonly timers: number;
}

/** The thanks keep other surveys away for ten seconds, also when they have been closed. */
const REST_MS = 12_000;
const CPU_SLOWDOWN = 6;
/** The shortest event that the browser reports. A click without a report took less. */
const SHORTEST_MS = 16;
const READ = '({ ...seen, timers: seen.timers.size })';

/** Answers an NPS survey on a slow CPU: a score, a comment, Submit, Close. */
export const measureVisit = async (browser: Browser): Promise<Visit> => {
  const opened = await openPage(browser, { body: '<h1>Shop</h1>', path: '/favicon.ico', files: toShop() });
  const { page, collector, siteUrl } = opened;
  try {
    await page.addInitScript(watchPage);
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    await page.goto(siteUrl('/shop'));
    const prompt = page.locator('scorelet-prompt');
    await prompt.locator('input[value="9"]').waitFor();
    await page.waitForTimeout(1000);
    await prompt.locator('input[value="9"]').click({ force: true });
    await prompt.locator('textarea').waitFor();
    await page.waitForTimeout(500);
    const { interactions } = await page.evaluate<Reported>(READ);
    await prompt.locator('textarea').fill('Fast');
    await prompt.locator('button[type=submit]').click();
    await prompt.locator('.thanks').waitFor();
    await prompt.locator('.close').click();
    await prompt.waitFor({ state: 'detached' });
    await page.waitForTimeout(REST_MS);
    if (eventsOf(collector, 'completed').length !== 1) throw new Error('The completed survey did not arrive.');
    const { shift, longTasks, timers } = await page.evaluate<Reported>(READ);
    return { shift, longTasks, click: Math.max(SHORTEST_MS, ...interactions), timers };
  } finally {
    await opened.close();
  }
};

const toShop = () => ({
  '/shop': { html: `<!doctype html><html lang="en"><title>Shop</title><h1>Shop</h1><p>Welcome</p>${tag()}` },
});
