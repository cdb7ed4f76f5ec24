import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { findBrowser, findHeadlessShell } from '../tools/findBrowser.mjs';

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // These run the graphics and the network in the browser's own process, so that fewer processes start.
  '--in-process-gpu',
  '--enable-features=NetworkServiceInProcess2',
];

/** Launches the Chromium that `npm test` found or installed. A missing browser is a failure, never a skip. */
export const launchBrowser = (options?: LaunchOptions): Promise<Browser> =>
  chromium.launch({ executablePath: findHeadlessShell(), args: ARGS, ...options });

/** Launches a Chromium with a back/forward cache, which the headless shell lacks and Playwright switches off. */
export const launchCachingBrowser = (): Promise<Browser> =>
  launchBrowser({ executablePath: findBrowser(), ignoreDefaultArgs: ['--disable-back-forward-cache'] });

/**
 * The options of a test that goes back to a cached page. Chromium drops about one in fifteen of these pages from the cache for a reason of its
 * own (`IgnoreEventAndEvict`). A page that cannot be cached fails each time.
 */
export const CACHE_TEST = { retry: 3 };
