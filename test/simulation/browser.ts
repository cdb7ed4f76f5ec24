import { readRecord } from '../../src/delivery/outbox/storedRecord.ts';
import { forget, grant, logOut } from './consent.ts';
import { corrupt } from './corrupt.ts';
import type { World } from './createSite.ts';
import { toFarewell } from './farewell.ts';
import type { Happening } from './plan.ts';
import { respond } from './respond.ts';
import { EVENT_PREFIX } from './site.ts';
import { openTab, type Tab } from './tab.ts';

/** The number of slots for tabs. */
export const TABS = 4;

/** The browser of a simulated world: its open pages, and the actions of its user. */
export interface Browser {
  happen(happening: Happening): void;
  /** Opens a page in a slot that has no open page. */
  open(slot: number): Tab;
  close(slot: number): void;
  tabs(): readonly Tab[];
  /** Cancels all scheduled changes. */
  end(): void;
}

/** Opens the browser of a simulated world. */
export const startBrowser = (world: World): Browser => {
  const { plan, ledger, local, durable, random, scheduler } = world;
  const slots: (Tab | undefined)[] = [];
  const all: Tab[] = [];
  const opened: number[] = [];
  const stops: (() => void)[] = [];
  let responses = 0;
  /** The pages in the back/forward cache. They wake with `pageshow`, unlike other frozen pages. */
  const cached = new WeakSet<Tab>();
  const consent = {
    held: plan.consent === 'pending',
    kept: plan.consent === 'granted',
  };

  const living = (slot: number) => {
    const tab = slots[slot];
    return tab?.isAlive() && !tab.stopped ? tab : undefined;
  };

  const open = (slot: number) => {
    const there = living(slot);
    if (there) return there;
    const visit = (opened[slot] ?? 0) + 1;
    opened[slot] = visit;
    const name = `tab ${slot + 1}${visit > 1 ? `, page ${visit}` : ''}`;
    world.tell(name, () => 'opens');
    const tab = openTab(world, name, consent);
    slots[slot] = tab;
    all.push(tab);
    return tab;
  };

  const leave = (tab: Tab, words: string) => {
    world.tell(tab.name, () => words);
    tab.leftAt.push(scheduler.now());
    tab.enter(() => tab.outbox.leave());
  };

  const close = (slot: number, death: 'closed' | 'stopped' = 'closed') => {
    const tab = living(slot);
    if (!tab) return;
    if (tab.isFrozen()) return tab.die('discarded');
    const farewell = toFarewell(world, tab);
    leave(tab, 'is hidden');
    // The client calls leave() again on pagehide, in the same task.
    if (tab.isAlive()) tab.enter(() => tab.outbox.leave());
    if (farewell && tab.isAlive()) {
      ledger.farewells.push(farewell);
      world.tally('farewell');
    }
    if (death === 'closed') tab.die('closed');
  };

  /** Records that the stored Retry-After times may be lost or replaced by older ones. */
  const forgetFloors = () => {
    for (const floor of ledger.floors) floor.void = true;
  };

  /** Schedules the end of a fault. */
  const later = (ms: number, act: () => void) => {
    stops.push(scheduler.after(ms, act));
  };

  const toTab = (happening: Happening & { readonly tab: number }) => {
    const { tab: slot } = happening;
    if (happening.what === 'open') return void open(slot);
    if (happening.what === 'respond') {
      const tab = open(slot);
      if (!tab.isFrozen()) respond(world, tab, `r${++responses}`, happening.response);
      return;
    }
    const tab = living(slot);
    if (!tab?.outbox) return;
    world.tally(happening.what);
    if (happening.what === 'thaw' || happening.what === 'back') {
      if (!tab.isFrozen()) return;
      const isBack = happening.what === 'back' || cached.delete(tab);
      // Firefox never settles the requests of a page that was in the back/forward cache.
      if (isBack) tab.leftAt.push(scheduler.now());
      tab.thaw();
      world.tell(tab.name, () => (isBack ? 'is back from the back/forward cache' : 'thaws'));
      if (isBack) tab.enter(() => tab.outbox.wake(true));
      return;
    }
    if (happening.what === 'discard') return tab.die('discarded');
    if (happening.what === 'close') return close(slot);
    if (tab.isFrozen()) return;
    switch (happening.what) {
      case 'crash':
        world.tell(tab.name, () => `will crash after ${happening.calls} more calls`);
        return tab.crashAfter(happening.calls);
      case 'reload':
        close(slot);
        return void scheduler.after(random.whole(50, 1500), () => open(slot));
      case 'stop':
        close(slot, 'stopped');
        if (!tab.isAlive()) return;
        tab.enter(() => tab.outbox.stop());
        tab.stopped = true;
        if (tab.busy().timers > tab.busy().requests) ledger.leftovers.push(`${tab.name} has timers after stop()`);
        // A stopped client sends nothing more, although its page stays. Only events on the device are safe.
        tab.diedAt = scheduler.now();
        return world.tell(tab.name, () => 'its client is stopped');
      case 'hide':
        leave(tab, 'is hidden');
        return void scheduler.after(random.whole(100, 20_000), () => {
          if (!tab.isAlive() || tab.stopped || tab.isFrozen()) return;
          world.tell(tab.name, () => 'is shown again');
          tab.enter(() => tab.outbox.wake());
        });
      case 'away':
        leave(tab, 'goes into the back/forward cache');
        // Browsers do not cache a page that holds a lock.
        if (world.lock.holds(tab)) return tab.die('discarded');
        if (world.plan.losesRequests) tab.lose();
        else tab.hangUp();
        cached.add(tab);
        return tab.freeze();
      case 'freeze':
        world.tell(tab.name, () => 'freezes');
        return tab.freeze();
      case 'flush':
        world.tell(tab.name, () => 'flush()');
        return tab.enter(() => void tab.outbox.flush());
      case 'logOut':
        return logOut(world, tab);
      case 'withdraw':
      case 'forbid':
        return forget(world, tab, happening.what);
      case 'grant':
        return grant(world, tab);
      case 'pend':
        tab.held = true;
        world.tell(tab.name, () => 'holds everything back');
        return tab.enter(() => tab.outbox.allow(tab.kept, true));
    }
  };

  const toSite = (happening: Exclude<Happening, { readonly tab: number }>) => {
    world.tally(happening.what);
    switch (happening.what) {
      case 'kill':
        for (const tab of all) tab.die('killed');
        ledger.rewinds.push(scheduler.now());
        ledger.troubles.push(scheduler.now());
        forgetFloors();
        return world.because('the browser was killed before it was on the disk', () => local.kill());
      case 'offline':
        world.tell('device', () => 'goes offline');
        return world.setOffline(true);
      case 'online':
        world.tell('device', () => 'is online');
        world.setOffline(false);
        for (const tab of all) if (!tab.stopped) tab.enter(() => tab.outbox.wake());
        return;
      case 'hostClear':
        world.tell('site', () => 'calls localStorage.clear()');
        ledger.rewinds.push(scheduler.now());
        forgetFloors();
        return world.because('the page called localStorage.clear()', () => local.clear());
      case 'corrupt':
        forgetFloors();
        return corrupt(world);
      case 'jump':
        world.tell('device', () => `sets its clock by ${Math.round(happening.ms / 1000)} s`);
        return world.jump(happening.ms);
      case 'weather':
        world.tell('collector', () => `${happening.kind} for ${Math.round(happening.forMs / 1000)} s`);
        return world.setWeather(happening.kind, happening.forMs);
      case 'local':
        world.tell('site', () => `localStorage ${happening.mode}`);
        local.setMode(happening.mode);
        // A stored Retry-After that cannot be read counts as lost.
        if (happening.mode === 'throws') forgetFloors();
        return later(happening.forMs, () => {
          forgetFloors();
          local.setMode('works');
        });
      case 'durable':
        world.tell('site', () => `IndexedDB ${happening.mode}`);
        durable.setMode(happening.mode);
        return later(happening.forMs, () => durable.setMode('works'));
      default:
        return happening satisfies never;
    }
  };

  return {
    happen: (happening) => ('tab' in happening ? toTab(happening) : toSite(happening)),
    open,
    close,
    tabs: () => all,
    end() {
      if (local.mode() !== 'works' && random.chance(0.7)) {
        forgetFloors();
        local.setMode('works');
      }
      if (durable.mode() !== 'works' && random.chance(0.7)) durable.setMode('works');
      for (const stop of stops) stop();
      for (const tab of all) tab.crashAfter(Number.POSITIVE_INFINITY);
    },
  };
};

/** Lists the keys of records that still wait for delivery. */
export const waitingKeys = ({
  local,
  durable,
}: World): { readonly local: readonly string[]; readonly durable: readonly string[] } => ({
  local:
    local.mode() === 'throws'
      ? []
      : local.port
          .keys()
          .filter((key) => key.startsWith(EVENT_PREFIX) && readRecord(local.port.get(key) ?? '')?.state !== 'parked'),
  durable: durable.mode() === 'refuses' ? [] : durable.keys(),
});
