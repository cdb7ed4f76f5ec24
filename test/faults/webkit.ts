import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import getPort from 'get-port';
import { Builder, By, Capabilities, Key, Origin, type WebDriver } from 'selenium-webdriver';
import { findWebKit } from '../tools/findEngines.mjs';
import { atMost, type Engine, type LaunchOptions, PROMPT_TIMEOUT_MS, pause, type Tab } from './engine.ts';
import { kill, killTree, treeOf } from './processTree.ts';

const BROWSER = path.resolve('test/faults/webkitBrowser.py');

/** The WebDriver codes of keys that do not type a character. */
const KEYS: { readonly [key: string]: string } = {
  ArrowLeft: Key.ARROW_LEFT,
  ArrowRight: Key.ARROW_RIGHT,
  ArrowUp: Key.ARROW_UP,
  ArrowDown: Key.ARROW_DOWN,
  Backspace: Key.BACK_SPACE,
  End: Key.END,
  Enter: Key.ENTER,
  Escape: Key.ESCAPE,
  Home: Key.HOME,
  Space: Key.SPACE,
  Tab: Key.TAB,
};

// The types of this package lack the wheel.
declare module 'selenium-webdriver/lib/input' {
  interface Actions {
    scroll(x: number, y: number, deltaX: number, deltaY: number, origin: 'viewport'): Actions;
  }
}

const toPoint = (x: number, y: number) => ({
  x: Math.round(x),
  y: Math.round(y),
  duration: 0,
  origin: Origin.VIEWPORT,
});

interface Session {
  readonly driver: WebDriver;
  /** The process of `xvfb-run`, the parent of the virtual screen, the driver and the browser. */
  readonly child: ChildProcess;
  /** Handle of a tab that is never closed. The driver's session is pointed at it to open new tabs. */
  readonly spare: string;
}

const isListening = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true));
    socket.once('error', () => resolve(false)).once('connect', () => socket.destroy());
  });

const launch = async (profile: string, motion: string): Promise<Session> => {
  const { driver: command, screen, python } = findWebKit();
  const port = await getPort();
  const child = spawn(screen, ['-a', command, `--port=${port}`], { stdio: 'ignore' });
  for (let tries = 0; !(await isListening(port)); tries++) {
    if (tries === 100) throw new Error('WebKitWebDriver did not start.');
    await pause(100);
  }
  const capabilities = new Capabilities({
    browserName: 'ScoreletBrowser',
    'webkitgtk:browserOptions': { binary: python, args: [BROWSER, profile, motion] },
  });
  const driver = await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities).build();
  return { driver, child, spare: await driver.getWindowHandle() };
};

const pageProcesses = ({ child }: Session) =>
  treeOf(child.pid ?? -1)
    .filter(({ command }) => command.includes('WebKitWebProcess'))
    .map(({ pid }) => pid);

/** Starts WebKitGTK on a new virtual screen, with a new profile folder. */
export const launchWebKit = async ({ motion = 'full' }: LaunchOptions = {}): Promise<Engine> => {
  const profile = mkdtempSync(path.join(tmpdir(), 'scorelet-webkit-'));
  let session = await launch(profile, motion);
  // An interrupted run must not leave the virtual screen behind.
  process.once('exit', () => killTree(session.child.pid ?? -1));
  let last: Promise<unknown> = Promise.resolve();
  /** Switches to a tab and runs an action there. Actions run one at a time, because a session has one current tab. */
  const inTab = <T>(handle: string, action: (driver: WebDriver) => Promise<T>): Promise<T> => {
    const run = async () => {
      await session.driver.switchTo().window(handle);
      return action(session.driver);
    };
    const result = last.then(run, run);
    last = result.catch(() => {});
    return result;
  };
  const findInPrompt = async (driver: WebDriver, selector: string) => {
    const end = Date.now() + PROMPT_TIMEOUT_MS;
    for (;;) {
      try {
        const root = await driver.findElement(By.css('scorelet-prompt')).getShadowRoot();
        return await root.findElement(By.css(selector));
      } catch (error) {
        if (Date.now() > end) throw error;
        await driver.sleep(50);
      }
    }
  };

  const restart = async (signal: 'SIGTERM' | 'SIGKILL') => {
    const tree = treeOf(session.child.pid ?? -1);
    if (signal === 'SIGTERM') {
      const browser = tree.find(({ command }) => command.includes(profile));
      if (browser) process.kill(browser.pid, signal);
      await pause(1000);
    }
    kill(tree.map(({ pid }) => pid));
    session = await launch(profile, motion);
  };

  const toTab = (handle: string, processes: readonly number[]): Tab => ({
    click: (selector) => inTab(handle, async (driver) => (await findInPrompt(driver, selector)).click()),
    type: (selector, text) => inTab(handle, async (driver) => (await findInPrompt(driver, selector)).sendKeys(text)),
    press: (key) =>
      inTab(handle, async (driver) => {
        const [last = '', shift] = key.split('+').reverse();
        const code = KEYS[last] ?? last;
        const actions = driver.actions();
        await (shift ? actions.keyDown(Key.SHIFT).sendKeys(code).keyUp(Key.SHIFT) : actions.sendKeys(code)).perform();
      }),
    pointAt: (x, y) => inTab(handle, (driver) => driver.actions().move(toPoint(x, y)).perform()),
    clickAt: (x, y) => inTab(handle, (driver) => driver.actions().move(toPoint(x, y)).click().perform()),
    wheelAt: (x, y, pixels) =>
      inTab(handle, (driver) => driver.actions().scroll(Math.round(x), Math.round(y), 0, pixels, 'viewport').perform()),
    picture: () => inTab(handle, async (driver) => Buffer.from(await driver.takeScreenshot(), 'base64')),
    evaluate: (expression) => inTab(handle, (driver) => driver.executeScript(`return (${expression})`)),
    goto: (url) => inTab(handle, (driver) => driver.get(url)),
    back: () => inTab(handle, (driver) => driver.navigate().back()),
    close: () => inTab(handle, (driver) => driver.close()),
    async crash() {
      kill(processes);
      // The driver ends its session when any page crashes, so the browser must restart. It first gets time to store the data
      // that the page wrote.
      await pause(500);
      await restart('SIGTERM');
    },
  });

  const { driver } = session;
  const capabilities = await driver.getCapabilities();
  return {
    name: 'webkit',
    version: `WebKitGTK ${capabilities.getBrowserVersion() ?? ''}`.trim(),
    // This driver does not report console lines. The pages report them to their site.
    lines: [],
    async openTab(url) {
      const before = new Set(pageProcesses(session));
      const handle = await inTab(session.spare, async (current) => {
        await current.switchTo().newWindow('tab');
        return current.getWindowHandle();
      });
      await inTab(handle, (current) => current.get(url));
      // A tab has a process when it opens, and may get another one when it loads a site.
      const mine = pageProcesses(session).filter((pid) => !before.has(pid));
      return toTab(handle, mine);
    },
    killAndRelaunch: () => restart('SIGKILL'),
    async close() {
      await atMost(5000, session.driver.quit());
      killTree(session.child.pid ?? -1);
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};
