/** A tab from the client's view: its window, in virtual time. Tabs share one process; each task runs with the globals of its tab. */
import type { Scheduler } from '../simulation/scheduler.ts';
import type { Device } from './device.ts';
import { FakeStorage } from './fakeStorage.ts';

const FRAME_MS = 16;

interface Listener {
  readonly name: string;
  readonly original: unknown;
  readonly call: (event: unknown) => void;
}

export interface FakeTab {
  readonly name: string;
  readonly device: Device;
  readonly document: Record<string, unknown> & { hidden: boolean; readyState: string };
  readonly location: { href: string; readonly origin: string; readonly pathname: string; readonly search: string };
  readonly navigator: Record<string, unknown>;
  readonly sessionStorage: FakeStorage;
  readonly window: Record<string, (...given: never[]) => unknown>;
  /** True while a modal of the host is open. */
  modal: boolean;
  alive(): boolean;
  /** Runs a function in this tab, now. */
  enter(run: () => void): void;
  /** Runs a function in this tab, unless its page is gone by then. */
  post(ms: number, run: () => void): void;
  fire(name: string, more?: object): void;
  /** Counts the timers and listeners that are active. */
  busy(): { timers: number; listeners: number };
  /** Ends the page: none of its callbacks runs afterwards. */
  leave(): void;
  /** Opens another page in the same tab. */
  load(url: string, referrer: string, lang: string): void;
  close(): void;
}

/** The tab whose globals are installed. */
export const running: { tab: FakeTab | undefined; onThrow: (error: unknown) => void } = {
  tab: undefined,
  onThrow: () => {},
};

const toLocation = (url: string) => {
  const parsed = new URL(url);
  const { origin, pathname, search } = parsed;
  return { href: url, origin, pathname, search };
};

/** Opens a tab. It is empty before `load()`. */
export const openTab = (name: string, device: Device, scheduler: Scheduler): FakeTab => {
  let page = 0;
  let open = true;
  let timers = new Map<number, () => void>();
  let listeners: Listener[] = [];
  let lastTimer = 0;
  const sessionStorage = new FakeStorage(() => {});

  const enter = (run: () => void) => {
    running.tab = tab;
    try {
      run();
    } catch (error) {
      running.onThrow(error);
    }
  };
  const post = (ms: number, run: () => void) => {
    const mine = page;
    scheduler.after(ms, () => {
      if (open && mine === page) enter(run);
    });
  };
  const window = {
    setTimeout<Given extends unknown[]>(callback: (...given: Given) => void, ms = 0, ...given: Given) {
      const id = ++lastTimer;
      const mine = page;
      // No timer fires in the same millisecond, so that virtual time advances in a loop and the loop is noticed.
      const stop = scheduler.after(Math.max(1, ms), () => {
        if (!open || mine !== page) return;
        timers.delete(id);
        enter(() => callback(...given));
      });
      timers.set(id, stop);
      return id;
    },
    requestAnimationFrame: (callback: () => void): number => window.setTimeout(callback, FRAME_MS),
    cancelAnimationFrame: (id: number): void => window.clearTimeout(id),
    clearTimeout(id: number) {
      timers.get(id)?.();
      timers.delete(id);
    },
    addEventListener(
      event: string,
      original: (event: unknown) => void,
      { once, signal }: { once?: boolean; signal?: AbortSignal } = {},
    ) {
      const remove = () => {
        listeners = listeners.filter((each) => each !== listener);
      };
      const listener: Listener = {
        name: event,
        original,
        call(happened) {
          if (once) remove();
          original(happened);
        },
      };
      listeners.push(listener);
      signal?.addEventListener('abort', remove);
    },
    removeEventListener(event: string, original: unknown) {
      listeners = listeners.filter((each) => each.name !== event || each.original !== original);
    },
    matchMedia: (query: string) => ({ matches: query.includes('coarse') && device.kind !== 'desktop' }),
  };
  const document = {
    readyState: 'loading',
    hidden: false,
    referrer: '',
    documentElement: { lang: '' },
    activeElement: null,
    fullscreenElement: null,
    querySelector: () => (tab.modal ? { localName: 'dialog', id: '', classList: [] } : null),
    querySelectorAll: () => [],
  };
  const tab: FakeTab = {
    name,
    device,
    document,
    location: toLocation('https://shop.example/'),
    navigator: {
      webdriver: false,
      languages: device.languages,
      ...(device.hasLocks && { locks: device.locks.of(() => tab) }),
    },
    sessionStorage,
    window: window as never,
    modal: false,
    alive: () => open,
    enter,
    post,
    fire(event, more) {
      enter(() => {
        for (const each of [...listeners]) if (each.name === event) each.call({ type: event, ...more });
      });
    },
    busy: () => ({ timers: timers.size, listeners: listeners.length }),
    leave() {
      page++;
      for (const stop of timers.values()) stop();
      timers = new Map();
      listeners = [];
      device.locks.drop(tab);
    },
    load(url, referrer, lang) {
      Object.assign(tab.location, toLocation(url));
      Object.assign(document, { readyState: 'loading', hidden: false, referrer, activeElement: null });
      document.documentElement.lang = lang;
      tab.modal = false;
    },
    close() {
      tab.leave();
      open = false;
    },
  };
  return tab;
};
