import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { bundleSources } from '../helpers/bundle.ts';
import { startSite, type TestServer } from '../helpers/servers.ts';

/**
 * Runs the simulation's contract of the storage and lock interfaces against the real browser adapters. The simulation's fakes fulfil
 * the same contract, so the results of the simulation also hold for the adapters.
 */
const ENTRY = `
import { durableStore } from ${JSON.stringify(path.resolve('src/browser/durableStore.ts'))};
import { toLocalPort } from ${JSON.stringify(path.resolve('src/browser/localPort.ts'))};
import { tryLock } from ${JSON.stringify(path.resolve('src/browser/tryLock.ts'))};
import { DURABLE_CONTRACT, LOCAL_CONTRACT, LOCK_CONTRACT } from ${JSON.stringify(path.resolve('test/simulation/portContract.ts'))};
const lock = (task) => tryLock('contract', task);
const ports = [[LOCAL_CONTRACT, toLocalPort(() => localStorage)], [DURABLE_CONTRACT, durableStore], [LOCK_CONTRACT, { one: lock, other: lock }]];
window.runContract = async () => {
  const results = [];
  for (const [contract, port] of ports) {
    for (const { name, check } of contract) {
      try { await check(port); results.push([name, '']); } catch (error) { results.push([name, String(error)]); }
    }
  }
  return results;
};
window.databases = async () => (await indexedDB.databases()).map(({ name }) => name);
`;

let browser: Browser;
let site: TestServer;
beforeAll(async () => {
  const script = await bundleSources(ENTRY);
  site = await startSite({ '/': { html: `<!doctype html><title>Ports</title><script>${script}</script>` } });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

it('the browser adapters fulfil the simulation’s contract of the storage and lock interfaces, and delete their database when it is empty', async () => {
  const page = await browser.newPage();
  await page.goto(site.origin);
  const results = (await page.evaluate('runContract()')) as [name: string, problem: string][];
  expect(results.length).toBeGreaterThan(12);
  expect(results.filter(([, problem]) => problem)).toEqual([]);
  await expect.poll(() => page.evaluate('databases()')).toEqual([]);
});
