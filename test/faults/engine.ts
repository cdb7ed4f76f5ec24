import type { FreezableTab } from './freezableTab.ts';

/** What a row asks of a browser, whichever it is. Drivers open, click and kill; what goes wrong on the wire is the server's. */
export const ENGINES = ['chromium', 'firefox', 'webkit'] as const;
export type EngineName = (typeof ENGINES)[number];

export interface Tab {
  /** Waits for an element of the prompt's open shadow root and clicks it with a pointer. */
  click(selector: string): Promise<void>;
  /** Waits for a field of the prompt and types into it. */
  type(selector: string, text: string): Promise<void>;
  /** Presses a key, named as in `KeyboardEvent.key` but for `Space`, wherever the focus is; `Shift+Tab` goes back. */
  press(key: string): Promise<void>;
  /** Runs an expression of the page's; what it gives must be JSON. For looking and for the host's own calls, never to drive the SDK. */
  evaluate(expression: string): Promise<unknown>;
  goto(url: string): Promise<void>;
  /** One step back, which may bring a page out of the back/forward cache. */
  back(): Promise<void>;
  /** Closes it as its button does: the page hears `pagehide`. */
  close(): Promise<void>;
  /** Kills the page's process; the browser lives on. */
  crash(): Promise<void>;
}

export interface Engine {
  readonly name: EngineName;
  /** Name and version, for the report. */
  readonly version: string;
  openTab(url: string): Promise<Tab>;
  /** Only Chromium can be asked to freeze a page. */
  openFreezableTab?(url: string): Promise<FreezableTab>;
  /** Kills the browser with all its processes, by SIGKILL, and starts it again with the same profile. */
  killAndRelaunch(): Promise<void>;
  /** Console lines and uncaught errors that the driver heard, the browser's own about the network left out. */
  readonly lines: string[];
  close(): Promise<void>;
}

/** What browsers themselves print about a request that failed: it is not ours, and nobody can keep it from them. */
export const isBrowsersOwn = (line: string): boolean =>
  /Failed to load resource|net::ERR_|has been blocked by CORS|Cross-Origin Request Blocked|Content[- ]Security[- ]Policy|NS_ERROR|Loading failed for|Quirks Mode|Layout was forced|Feature Policy|Connecting to .* violates/i.test(
    line,
  );

/** How long a prompt may take to come, on a machine that has other things to do. */
export const PROMPT_TIMEOUT_MS = 20_000;

/** Waits for a promise, but not for ever: drivers hang on pages that have just been killed. */
export const atMost = async (ms: number, promise: Promise<unknown>): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([promise.catch(() => {}), late]);
  clearTimeout(timer);
};

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
