/** Finds a Chromium for tests: the file that `CHROME_PATH` names, else an installed browser, else Playwright's download. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  `${process.env.PROGRAMFILES ?? 'C:\\Program Files'}\\Google\\Chrome\\Application\\chrome.exe`,
];

const installed = () =>
  [process.env.CHROME_PATH, ...PLACES, chromium.executablePath()].find((file) => file && existsSync(file));

/** Returns the path of a Chromium browser. Throws when there is none; the message says how to install one. */
export const findBrowser = () => {
  const file = installed();
  if (!file)
    throw new Error(
      'No Chromium found. Install Chrome, or set CHROME_PATH, or run: npx playwright-core install chromium',
    );
  return file;
};

const run = (command, args) =>
  execFileSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });

/** Returns the path of a Chromium browser. Installs one when none is found: with apt as root, otherwise with Playwright. */
export const ensureBrowser = () => {
  if (installed()) return findBrowser();
  console.log('No Chromium found. Installing one …');
  const root = process.getuid?.() === 0;
  if (root && existsSync('/usr/bin/apt-get')) {
    run('apt-get', ['update', '-qq']);
    run('apt-get', [
      '-o',
      'DPkg::Lock::Timeout=300',
      'install',
      '-y',
      '-qq',
      '--no-install-recommends',
      'chromium',
      'fonts-dejavu-core',
    ]);
  } else {
    run('npx', ['playwright-core', 'install', 'chromium']);
  }
  return findBrowser();
};
