import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { findBrowser } from '../tools/findBrowser.mjs';

/** Launches the Chromium that `npm test` found or installed. A missing browser is a failure, never a skip. */
export const launchBrowser = async (options?: LaunchOptions): Promise<Browser> =>
  chromium.launch({
    ...options,
    executablePath: findBrowser(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
