import type { FreezableTab } from './freezableTab.ts';

/** The browsers that test cases run in. Drivers only open, click and kill; the collector's server and proxy inject network faults. */
export type EngineName = 'chromium' | 'firefox' | 'webkit';

export interface Tab {
  /** Waits for an element in the prompt's shadow root and clicks it with the pointer. */
  click(selector: string): Promise<void>;
  /** Waits for a field in the prompt's shadow root and types into it. */
  type(selector: string, text: string): Promise<void>;
  /** Presses a key on the focused element. Keys have the names of `KeyboardEvent.key`, except `Space`. `Shift+` is the only modifier. */
  press(key: string): Promise<void>;
  /** Moves the pointer to a point of the viewport, in CSS pixels. */
  pointAt(x: number, y: number): Promise<void>;
  /** Moves the pointer to a point and clicks there, whatever is on top. */
  clickAt(x: number, y: number): Promise<void>;
  /** Moves the pointer to a point and turns the wheel by `pixels` there. */
  wheelAt(x: number, y: number, pixels: number): Promise<void>;
  /** Draws what the viewport shows, as PNG. */
  picture(): Promise<Buffer>;
  /** Evaluates an expression in the page and returns its JSON value. Use it as the host page would, never to drive the prompt. */
  evaluate(expression: string): Promise<unknown>;
  goto(url: string): Promise<void>;
  /** Goes one page back in the history. The page may come from the back/forward cache. */
  back(): Promise<void>;
  /** Closes the tab like its close button: `pagehide` fires. */
  close(): Promise<void>;
  /** Kills the page's process. The browser keeps running in Chromium and Firefox, and restarts in WebKitGTK. */
  crash(): Promise<void>;
}

export interface Engine {
  readonly name: EngineName;
  /** Name and version of the browser, for the report. */
  readonly version: string;
  openTab(url: string): Promise<Tab>;
  /** Opens a tab that can be frozen. Only Chromium has this method. */
  openFreezableTab?(url: string): Promise<FreezableTab>;
  /** Kills all processes of the browser with SIGKILL and starts it again with the same profile. */
  killAndRelaunch(): Promise<void>;
  /** Console lines and uncaught errors that the driver received, without the browser's own messages about network errors. */
  readonly lines: string[];
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** `reduced` asks pages for less motion, so that a prompt appears at once and its picture is always the same. @default 'full' */
  readonly motion?: 'full' | 'reduced';
}

/** True for a console line that the browser itself prints, for example about a failed request. A page cannot prevent these lines. */
export const isBrowsersOwn = (line: string): boolean =>
  /Failed to load resource|net::ERR_|has been blocked by CORS|Cross-Origin Request Blocked|Content[- ]Security[- ]Policy|NS_ERROR|Loading failed for|Quirks Mode|Layout was forced|Feature Policy|Connecting to .* violates/i.test(
    line,
  );

/** Timeout for a prompt to appear, long enough for a busy machine. */
export const PROMPT_TIMEOUT_MS = 20_000;

/** Waits for a promise, at most `ms` milliseconds. Resolves even when the promise rejects: drivers can hang on killed pages. */
export const atMost = async (ms: number, promise: Promise<unknown>): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([promise.catch(() => {}), late]);
  clearTimeout(timer);
};

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
