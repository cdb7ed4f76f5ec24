/** Finds a Chromium to test with: what `CHROME_PATH` names, what is installed, what Playwright has downloaded. */
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

/** Returns the path of a browser. Throws with what to do when there is none. */
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

/** Returns the path of a browser, installing one where that can be done: by apt as root, else by Playwright. */
export const ensureBrowser = () => {
  if (installed()) return findBrowser();
  console.log('No Chromium found, installing one …');
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
