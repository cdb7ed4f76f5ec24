import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { PAGES } from '../hostile/pages.ts';
import { runPage } from '../hostile/runPage.ts';

let browser: Browser;
let plain: Buffer | undefined;
beforeAll(async () => {
  browser = await launchBrowser();
  const run = await runPage(browser, { name: 'a plain page' });
  expect(run.problems).toEqual([]);
  plain = run.picture;
});
afterAll(() => browser.close());

describe.each(Object.entries(PAGES))('on pages with hostile %s', (_, pages) => {
  it.each(pages.map((page) => [page.name, page] as const))('the survey works when %s', async (_name, page) => {
    expect((await runPage(browser, page, plain)).problems).toEqual([]);
  });
});
