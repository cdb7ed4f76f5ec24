import type { Outbox } from '../../src/delivery/outbox/outbox.ts';
import type { LocalPort, Ports } from '../../src/delivery/outbox/ports.ts';
import type { Recover } from '../../src/delivery/outbox/recover.ts';
import { readRecord } from '../../src/delivery/outbox/storedRecord.ts';
import { openLine } from './fakeNetwork.ts';
import { isOver, NEVER, NOT_WRITTEN, type Page } from './ledger.ts';
import { toWrongDrop } from './parked.ts';
import { EVENT_PREFIX, QUEUE, type Site } from './site.ts';

/** How long a page takes to fetch the code that handles refusals. */
const FETCH_MS = 150;

/** How a page ends. After a crash the browser still runs; a kill ends it too. Only a closed page has called `leave()`. */
export type Death = 'closed' | 'crashed' | 'killed' | 'discarded';

/** One page with an outbox. Its storage and lock interfaces stop working when the page ends. */
export interface Tab extends Page {
  readonly outbox: Outbox;
  isAlive(): boolean;
  /** True when the client has stopped the outbox. */
  stopped: boolean;
  /** The consent settings of the outbox: whether events are held back, and whether they may be stored. */
  held: boolean;
  kept: boolean;
  /** Runs code of the page. An exception is recorded as noise. */
  enter(run: () => void): void;
  die(death: Death): void;
  /** Crashes after this many calls to the storage or lock interfaces. */
  crashAfter(calls: number): void;
  freeze(): void;
  thaw(): void;
  isFrozen(): boolean;
  /** Ends the requests that are not keepalive: the page goes into the back/forward cache. */
  hangUp(): void;
  /** Loses the requests and their timeouts: the page goes into the back/forward cache of Firefox. */
  lose(): void;
  /** Counts the open timers and requests. */
  busy(): { readonly timers: number; readonly requests: number };
}

/** Thrown into the code of an ended page to stop it. It does not count as noise. */
export class PageIsGone extends Error {}
const GONE = new PageIsGone();
const TIMED_OUT = new DOMException('The operation timed out.', 'TimeoutError');

/** Opens a page of the site. */
export const openTab = (site: Site, name: string, consent: { held: boolean; kept: boolean }): Tab => {
  const { scheduler, ledger } = site;
  let alive = true;
  let frozen: (() => void)[] | undefined;
  let callsLeft = Number.POSITIVE_INFINITY;
  /** True while a database call is being made. Other calls may wait for it. */
  let asksDurable = false;
  /** The task in which the database last answered. The outbox makes its next call at the end of that task. */
  let answeredIn: number | undefined;
  const timers = new Set<object>();
  /** The timeouts of requests that the page has not lost. */
  let timeouts = new Set<object>();

  /** Runs code in the page: now, after it is unfrozen, or never. */
  const deliver = (run: () => void) => {
    if (!alive) return;
    if (frozen) frozen.push(run);
    else run();
  };

  /** Runs before each call to a storage or lock interface. A page may end between any two calls. */
  const guard = () => {
    if (alive && callsLeft-- <= 0) die('crashed');
    if (!alive) throw GONE;
  };

  /** Records when a parked record is dropped too early. */
  const watchDrop = (key: string) => {
    const words = toWrongDrop(site, key);
    if (words) ledger.drops.push(`${name} ${words}`);
  };

  const localOf = (port: LocalPort): LocalPort => ({
    keys() {
      guard();
      return port.keys();
    },
    get(key) {
      guard();
      return port.get(key);
    },
    set(key, value) {
      guard();
      if (!tab.kept) ledger.trespasses.push(`${name} writes ${key} to localStorage without consent`);
      const event = ledger.recorded.get(key.slice(EVENT_PREFIX.length));
      if (event && readRecord(value)?.state !== 'parked') watchDrop(key);
      try {
        port.set(key, value);
      } catch (error) {
        site.tally('localRefuses');
        if (event) event.stuck = true;
        if (event && !event.local.held) Object.assign(event.local, { why: 'localStorage refused it', excused: true });
        site.tell(name, () => `localStorage refuses ${event?.name ?? key}`);
        throw error;
      }
      const state = readRecord(value)?.state;
      if (event && state && state !== 'waiting' && !isOver(event))
        event.givenUp ??= { page: tab, task: scheduler.task() };
      if (event) site.tell(name, () => `writes ${event.name} to localStorage (${state ?? value})`);
    },
    remove(key) {
      guard();
      watchDrop(key);
      try {
        port.remove(key);
      } catch (error) {
        const event = ledger.recorded.get(key.slice(EVENT_PREFIX.length));
        if (event) event.stuck = true;
        throw error;
      }
    },
  });

  /** A call from an ended page has no effect and never resolves. */
  const asyncGuard = <T>(call: () => Promise<T>): Promise<T> => {
    try {
      guard();
    } catch {
      return new Promise<T>(() => {});
    }
    return call();
  };

  const durableGuard = <T>(call: () => Promise<T>): Promise<T> => {
    asksDurable = true;
    const result = asyncGuard(call);
    asksDurable = false;
    const note = () => {
      answeredIn = scheduler.task();
    };
    result.then(note, note);
    return result;
  };

  const die = (death: Death) => {
    if (!alive) return;
    alive = false;
    tab.diedAt = scheduler.now();
    tab.diedIn = scheduler.task();
    line.hangUp(death === 'killed' || (death === 'crashed' && site.random.chance(0.5)));
    const isBusy = asksDurable || answeredIn === tab.diedIn || !!frozen || site.durable.isBusy(tab);
    for (const key of site.durable.abandon(tab)) {
      const event = ledger.recorded.get(key.slice(EVENT_PREFIX.length));
      if (event && !event.durable.held)
        Object.assign(event.durable, { why: `the page ${death} before IndexedDB had it`, excused: true });
    }
    site.lock.abandon(tab);
    for (const event of ledger.recorded.values()) {
      if (event.page !== tab) continue;
      // The database is called after the task.
      if ((isBusy || event.task === tab.diedIn) && [NEVER, NOT_WRITTEN].includes(event.durable.why))
        Object.assign(event.durable, { why: 'IndexedDB was busy with others', excused: true });
      if (event.returned) continue;
      for (const store of [event.local, event.durable]) {
        if (!store.held) Object.assign(store, { why: `the page ${death} in the task that recorded it`, excused: true });
      }
    }
    site.tally(death);
    site.tell(name, () => `is ${death === 'crashed' ? 'gone: it crashed' : death}`);
  };

  const enter = (run: () => void) =>
    deliver(() => {
      try {
        run();
      } catch (error) {
        if (alive) ledger.noises.push(`${name}: ${error}`);
      }
    });

  const tab: Tab = {
    name,
    leftAt: [],
    deliveredAt: [],
    held: consent.held,
    kept: consent.kept,
    stopped: false,
    isAlive: () => alive,
    enter,
    die,
    crashAfter(calls) {
      callsLeft = calls;
    },
    freeze() {
      frozen ??= [];
    },
    thaw() {
      const waiting = frozen ?? [];
      frozen = undefined;
      // Tasks that became due while the page was frozen run now, in order.
      for (const run of waiting) scheduler.after(0, () => deliver(run));
    },
    isFrozen: () => !!frozen,
    hangUp: () => line.hangUp(false),
    lose() {
      line.lose();
      timeouts = new Set();
    },
    busy: () => ({ timers: timers.size, requests: line.underWay() }),
    outbox: undefined as unknown as Outbox,
  };

  const line = openLine(site, tab, deliver, tab);
  const durable = site.durable.open(tab, deliver);
  const lock = site.lock.open(tab, deliver);
  const ports: Ports = {
    now: site.wall,
    random: site.random.next,
    after(ms, callback) {
      guard();
      const timer = {};
      timers.add(timer);
      const stop = scheduler.after(ms, () =>
        deliver(() => {
          // The outbox was stopped while the page was frozen.
          if (!timers.delete(timer)) return;
          enter(callback);
        }),
      );
      return () => {
        timers.delete(timer);
        stop();
      };
    },
    timeout(ms) {
      guard();
      const abort = new AbortController();
      const timeout = {};
      timeouts.add(timeout);
      // A timer of the browser, which does not count as a timer of the page.
      scheduler.after(ms, () =>
        deliver(() => {
          if (timeouts.delete(timeout)) abort.abort(TIMED_OUT);
        }),
      );
      return abort.signal;
    },
    local: localOf(site.local.port),
    durable: {
      entries: () => durableGuard(durable.entries),
      put: (key, value) =>
        durableGuard(() => {
          if (!tab.kept) ledger.trespasses.push(`${name} puts ${key} into IndexedDB without consent`);
          const event = ledger.recorded.get(key.slice(EVENT_PREFIX.length));
          if (event && !event.durable.held) {
            Object.assign(event.durable, { why: 'the browser was killed before IndexedDB had it', excused: true });
          }
          return durable.put(key, value);
        }),
      remove: (key) => durableGuard(() => durable.remove(key)),
    },
    lock: (task) => asyncGuard(() => lock(task)),
    transport: (batch, delivery) => asyncGuard(() => line.transport(batch, delivery)),
  };

  let fetched: Recover | undefined;
  /** Fetches the code once. It takes a moment, and fails without a network. */
  const fetchRecover = (): Promise<Recover | undefined> =>
    new Promise((resolve) => {
      const arrive = () => {
        if (site.isOffline()) site.tally('noRecovery');
        else fetched = site.recover;
        resolve(fetched);
      };
      if (fetched) resolve(fetched);
      else scheduler.after(FETCH_MS, () => deliver(arrive));
    });

  /** Records a callback of the outbox. */
  const onEvent = (id: string, tell: (at: number) => void) => {
    if (!alive) return;
    if (ledger.recorded.has(id)) tell(scheduler.now());
    else ledger.falsehoods.push(`${name} was told about ${id}, which nobody recorded`);
  };

  enter(() => {
    const outbox = site.createOutbox(
      {
        queue: QUEUE,
        ...ports,
        onDelivery({ ids }) {
          tab.deliveredAt.push(scheduler.now());
          for (const id of ids) {
            onEvent(id, () => {
              const event = ledger.recorded.get(id);
              site.tell(name, () => `${event?.name} is delivered`);
              if (event?.committedAt.length === 0) {
                ledger.falsehoods.push(
                  `${name} was told that ${event.name} is delivered, and the collector does not have it`,
                );
              }
            });
          }
        },
        onUndeliverable({ id, code, json }) {
          onEvent(id, (at) => {
            const event = ledger.recorded.get(id);
            const { bytes, events } = site.local.used();
            event?.reports.push({ page: tab, at, wall: site.wall(), code, json, bytes, events });
            site.tally(code === 'expired' || code === 'evicted' ? code : 'parked');
            site.tell(name, () => `${event?.name} is undeliverable: ${code}`);
          });
        },
      },
      () => asyncGuard(fetchRecover),
    );
    Object.assign(tab, { outbox });
    outbox.allow(consent.kept, consent.held);
  });
  return tab;
};
