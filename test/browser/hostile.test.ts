import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { type Build, bundleNpmBuild, scriptTag } from '../hostile/builds.ts';
import { type HostBrowser, toChromiumHost } from '../hostile/hostBrowser.ts';
import type { Look } from '../hostile/look.ts';
import { PAGES, PAGES_EVERYWHERE } from '../hostile/pages.ts';
import { runPage } from '../hostile/runPage.ts';

let chromium: Browser;
let host: HostBrowser;
let npmBuild: Build;
let plain: Look | undefined;
beforeAll(async () => {
  [chromium, npmBuild] = await Promise.all([launchBrowser(), bundleNpmBuild()]);
  host = toChromiumHost(chromium);
  const { problems, look } = await runPage(host, { name: 'a plain page' }, scriptTag);
  expect(problems).toEqual([]);
  plain = look;
});
afterAll(() => chromium.close());

// A page mostly waits, so several of them share the time.
describe.concurrent.each(Object.entries(PAGES))('on pages with hostile %s', (_, pages) => {
  it.each(pages.map((page) => [page.name, page] as const))('the survey works when %s', async (_name, page) => {
    expect((await runPage(host, page, scriptTag, plain)).problems).toEqual([]);
  });
});

describe.concurrent('with the npm build', () => {
  it.each(PAGES_EVERYWHERE.map((page) => [page.name, page] as const))(
    'the survey works when %s',
    async (_name, page) => {
      expect((await runPage(host, page, npmBuild, plain)).problems).toEqual([]);
    },
  );
});
