/** Finds or installs Firefox and WebKitGTK for tests; findBrowser.mjs does the same for Chromium. A missing engine is a failure, never a skip. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { ensureBrowser } from './findBrowser.mjs';

const FIREFOX = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];
const WEBKIT_DRIVER = '/usr/bin/WebKitWebDriver';
const SCREEN = '/usr/bin/xvfb-run';
/** Debian installs the Python bindings of WebKitGTK for its own Python only. */
const PYTHON = '/usr/bin/python3';
const BINDINGS = "import gi; gi.require_version('WebKit2', '4.1'); gi.require_version('Gtk', '3.0')";

const WEBKIT_PACKAGES = ['webkit2gtk-driver', 'gir1.2-webkit2-4.1', 'python3-gi', 'xvfb', 'xauth', 'fonts-dejavu-core'];

const installedFirefox = () => [process.env.FIREFOX_PATH, ...FIREFOX].find((file) => file && existsSync(file));

const hasWebKit = () => {
  if (![WEBKIT_DRIVER, SCREEN, PYTHON].every((file) => existsSync(file))) return false;
  try {
    execFileSync(PYTHON, ['-c', BINDINGS], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** Returns the path of Firefox. Throws when it is missing; the message says how to install it. */
export const findFirefox = () => {
  const file = installedFirefox();
  if (!file)
    throw new Error('No Firefox found. Install it (Debian: apt-get install firefox-esr), or set FIREFOX_PATH.');
  return file;
};

/** Returns the paths of the programs that drive WebKitGTK. Throws when one is missing; the message says how to install them. */
export const findWebKit = () => {
  if (!hasWebKit()) {
    throw new Error(
      `No WebKitGTK found. It runs on Linux only. Install it (Debian): apt-get install ${WEBKIT_PACKAGES.join(' ')}`,
    );
  }
  return { driver: WEBKIT_DRIVER, screen: SCREEN, python: PYTHON };
};

const install = (packages) => {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log(`Installing ${packages.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
  const options = ['-o', 'DPkg::Lock::Timeout=300', '-y', '-qq', '--no-install-recommends'];
  execFileSync('apt-get', ['install', ...options, ...packages], { stdio: 'inherit', env });
};

const ENSURE = {
  chromium: ensureBrowser,
  firefox() {
    if (!installedFirefox()) install(['firefox-esr']);
    findFirefox();
  },
  webkit() {
    if (!hasWebKit()) install(WEBKIT_PACKAGES);
    findWebKit();
  },
};

/** Installs a missing engine with apt (as root on Debian). Throws when it is still missing; the message says what to install. */
export const ensureEngine = (name) => {
  if (!Object.hasOwn(ENSURE, name))
    throw new Error(`Unknown engine "${name}". Known engines: ${Object.keys(ENSURE).join(', ')}.`);
  ENSURE[name]();
};
