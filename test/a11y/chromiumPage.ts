import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Options } from '../../src/schema/options.ts';
import type { Survey } from '../../src/schema/survey.ts';
import type { PromptSite } from './site.ts';

/** Opens a host page with one survey, whose styles do not move unless the context says so. */
export const openWith = async (
  browser: Browser,
  site: PromptSite,
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
