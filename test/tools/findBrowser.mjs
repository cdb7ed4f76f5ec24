/**
 * Finds the Chromium browsers for tests: the file that `CHROME_PATH` names, else an installed browser, else Playwright's download. Most tests
 * run in the headless shell, a Chromium without windows that opens a page three times as fast. A few need the whole browser.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  `${process.env.PROGRAMFILES ?? 'C:\\Program Files'}\\Google\\Chrome\\Application\\chrome.exe`,
];

const SHELL = '/usr/bin/chromium-headless-shell';

const given = () =>
  process.env.CHROME_PATH && existsSync(process.env.CHROME_PATH) ? process.env.CHROME_PATH : undefined;
const installed = () => given() ?? [...BROWSERS, chromium.executablePath()].find((file) => existsSync(file));

/** Returns the path of a Chromium browser. Throws when there is none; the message says how to install one. */
export const findBrowser = () => {
  const file = installed();
  if (!file)
    throw new Error(
      'No Chromium found. Install Chrome, or set CHROME_PATH, or run: npx playwright-core install chromium',
    );
  return file;
};

/** Returns the path of the headless shell, or that of the whole browser where there is no headless shell. */
export const findHeadlessShell = () => given() ?? (existsSync(SHELL) ? SHELL : findBrowser());

const run = (command, args) =>
  execFileSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });

const APT_INSTALL = ['-o', 'DPkg::Lock::Timeout=300', 'install', '-y', '-qq', '--no-install-recommends'];

/**
 * Returns the path of a Chromium browser. Installs what is missing: with apt as root, the browser and the headless shell; otherwise with
 * Playwright, the browser.
 */
export const ensureBrowser = () => {
  const hasApt = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (installed() && (given() || existsSync(SHELL) || !hasApt)) return findBrowser();
  console.log('Installing Chromium …');
  if (hasApt) {
    run('apt-get', ['update', '-qq']);
    run('apt-get', [...APT_INSTALL, 'chromium', 'chromium-headless-shell', 'fonts-dejavu-core']);
  } else {
    run('npx', ['playwright-core', 'install', 'chromium']);
  }
  return findBrowser();
};
