import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { Options } from '../../src/schema/options.ts';
import type { Survey } from '../../src/schema/survey.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { type PromptSite, startPromptSite } from './site.ts';

export interface Chromium {
  browser: Browser;
  site: PromptSite;
}

/** Starts a browser and a site for the tests of a file, and closes them afterwards. The result is filled before the first test runs. */
export const withChromium = (): Chromium => {
  const chromium = {} as Chromium;
  beforeAll(async () => {
    [chromium.browser, chromium.site] = await Promise.all([launchBrowser(), startPromptSite()]);
  });
  afterAll(async () => {
    await chromium.browser.close();
    await chromium.site.close();
  });
  return chromium;
};

/** Opens a host page with one survey, with reduced motion unless the context says otherwise. */
export const openWith = async (
  { browser, site }: Chromium,
  survey: Survey,
  {
    locale = 'en',
    style,
    ...context
  }: { locale?: Options['locale']; style?: string } & Omit<BrowserContextOptions, 'locale'> = {},
): Promise<Page> => {
  const opened = await browser.newContext({
    viewport: { width: 1000, height: 900 },
    reducedMotion: 'reduce',
    ...context,
  });
  opened.setDefaultTimeout(10_000);
  const page = await opened.newPage();
  await page.goto(site.urlOf({ config: { mode: 'preview', locale, brand: 'Acme', surveys: [survey] }, style }));
  return page;
};
