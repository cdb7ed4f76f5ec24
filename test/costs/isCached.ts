import type { Browser } from 'playwright-core';
import { openPage, tag } from '../helpers/page.ts';

/** Chromium drops some pages from its cache for a reason of its own, so a page may try again. */
const TRIES = 4;

const visit = async (browser: Browser): Promise<boolean> => {
  const opened = await openPage(browser, {
    body: `<h1>Shop</h1>${tag()}<script>addEventListener('pageshow', ({ persisted }) => { window.persisted = persisted; });</script>`,
    files: { '/next': { html: '<!doctype html><title>Next</title>' } },
  });
  const { page, siteUrl } = opened;
  try {
    const prompt = page.locator('scorelet-prompt');
    await prompt.locator('.close').click();
    await prompt.waitFor({ state: 'detached' });
    await page.waitForTimeout(1000);
    await page.goto(siteUrl('/next'));
    await page.evaluate('history.back()');
    await page.waitForTimeout(1000);
    return await page.evaluate('window.persisted === true');
  } finally {
    await opened.close();
  }
};

/** Returns true when a page whose prompt was closed comes back from the back/forward cache. */
export const isCached = async (browser: Browser): Promise<boolean> => {
  for (let attempt = 0; attempt < TRIES; attempt++) if (await visit(browser)) return true;
  return false;
};
