import { createOutbox } from '../../src/delivery/outbox/outbox.ts';
import { recover } from '../../src/delivery/outbox/recover.ts';
import { readRecord } from '../../src/delivery/outbox/storedRecord.ts';
import { DELETED } from './consent.ts';
import { createFakeDurable } from './fakeDurable.ts';
import { createFakeLocal } from './fakeLocal.ts';
import { createFakeLock } from './fakeLock.ts';
import { type Custody, createLedger } from './ledger.ts';
import { createMutant, type Mutant } from './outboxMutant.ts';
import type { Plan, WeatherKind } from './plan.ts';
import { createRandom } from './random.ts';
import { createScheduler } from './scheduler.ts';
import { EVENT_PREFIX, type Site } from './site.ts';

/** The start of virtual time: 12 March 2026. */
const START_MS = 1_773_300_000_000;
const HOST_KEYS = { cart: '[{"sku":"9","n":1}]', 'scorelets-of-mine': 'not a key of ours', theme: 'dark' };

const BY_OUTBOX: Omit<Custody, 'held'> = { why: 'the outbox deleted it', excused: false };

export interface Line {
  readonly at: number;
  readonly who: string;
  readonly words: string;
}

/** A site, with methods to change its environment. */
export interface World extends Site {
  readonly lines: readonly Line[];
  readonly happened: ReadonlySet<string>;
  setWeather(kind: WeatherKind, forMs: number): void;
  setOffline(offline: boolean): void;
  /** Sets the clock of the device forward or back. */
  jump(ms: number): void;
  /** Changes the stores. Records that the outbox is not responsible for the lost events. */
  because(why: string, act: () => void): void;
  /** Ends all faults of the collector and the network. */
  heal(): void;
}

/** Creates the site of a plan. No page is open yet. */
export const createSite = (plan: Plan, story: boolean, mutant: Mutant | undefined): World => {
  const scheduler = createScheduler();
  const random = createRandom(plan.seed);
  const ledger = createLedger();
  const lines: Line[] = [];
  const happened = new Set<string>();
  let wallAhead = START_MS;
  let weather: { kind: WeatherKind; until: number } | undefined;
  let offline = false;
  let blame = BY_OUTBOX;

  const change = (store: 'local' | 'durable') => (key: string, value: string | null) => {
    const event = key.startsWith(EVENT_PREFIX) && ledger.recorded.get(key.slice(EVENT_PREFIX.length));
    if (!event) return;
    const custody = event[store];
    // A removal marker is not a copy of the event, and neither is an overwritten record.
    const held = value !== null && event.versions.includes(readRecord(value)?.json ?? '');
    if (held) custody.held = true;
    else if (custody.held) Object.assign(custody, { held: false, ...blame });
  };

  const local = createFakeLocal({
    now: scheduler.now,
    prefix: EVENT_PREFIX,
    host: HOST_KEYS,
    sorted: random.chance(0.5),
    onChange: change('local'),
  });
  const because = (why: string, act: () => void) => {
    blame = { why, excused: true };
    act();
    blame = BY_OUTBOX;
  };
  const durable = createFakeDurable({
    onCleared: (act) => because(DELETED, act),
    scheduler,
    random,
    onChange: change('durable'),
    onRefused(key) {
      happened.add('durableRefuses');
      const event = ledger.recorded.get(key.slice(EVENT_PREFIX.length));
      if (event) event.stuck = true;
      if (event && !event.durable.held) Object.assign(event.durable, { why: 'IndexedDB refused it', excused: true });
    },
  });
  local.setMode(plan.local);
  durable.setMode(plan.durable);
  if (!plan.hasLock) happened.add('noLock');

  return {
    plan,
    createOutbox: (options, fetchRecover) =>
      mutant ? createMutant(mutant, createOutbox, options, fetchRecover) : createOutbox(options, fetchRecover),
    recover,
    scheduler,
    random,
    ledger,
    local,
    durable,
    lock: createFakeLock(scheduler, random, plan.hasLock),
    lines,
    happened,
    wall: () => Math.round(wallAhead + scheduler.now()),
    weather: () => (weather && scheduler.now() < weather.until ? weather.kind : undefined),
    isOffline: () => offline,
    tally: (name) => happened.add(name),
    tell(who, words) {
      if (story) lines.push({ at: scheduler.now(), who, words: words() });
    },
    setWeather(kind, forMs) {
      weather = { kind, until: scheduler.now() + forMs };
      ledger.troubles.push(scheduler.now());
    },
    setOffline(state) {
      offline = state;
      ledger.troubles.push(scheduler.now());
    },
    jump(ms) {
      wallAhead += ms;
      ledger.jumps.push(scheduler.now());
      // Setting the clock forward ends a stored Retry-After.
      if (ms > 0) for (const floor of ledger.floors) floor.void = true;
    },
    because,
    heal() {
      weather = undefined;
      offline = false;
    },
  };
};
