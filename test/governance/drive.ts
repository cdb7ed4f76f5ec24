/** Simulates how people use the pages of a site over years. */
import type { Device } from './device.ts';
import { type FakeTab, openTab } from './fakeTab.ts';
import {
  currentOf,
  finishLoading,
  identify,
  isGoverned,
  logout,
  moveTo,
  openPage,
  type Page,
  toSubject,
  track,
} from './page.ts';
import { CANCEL, EVENTS, PATHS } from './planSurveys.ts';
import { createWatch } from './watch.ts';
import type { World } from './world.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const ORDERS = ['order:1', 'order:2', 'order:3', 'ticket:7'] as const;

export const createDriver = (world: World) => {
  const { plan, random, scheduler } = world;
  const watch = createWatch(world);
  const governed = isGoverned(world);
  let tabs = 0;

  const persists = (page: Page) => page.tab.device.keeps && page.consent === 'granted';

  const leavePage = (page: Page, how: 'left' | 'crashed') => {
    const { tab, moments } = page;
    world.tell(tab.name, () => (how === 'left' ? 'leaves the page' : 'crashes'));
    if (how === 'left') {
      tab.document.hidden = true;
      tab.fire('visibilitychange');
      tab.fire('pagehide', { persisted: false });
    }
    page.alive = false;
    tab.leave();
    moments.leave(persists(page));
    watch.onLeave(page);
  };

  const enterPage = (tab: FakeTab, path: string, referrer: string, before: Page | undefined): Page => {
    const { device } = tab;
    const lang = random.pick(['', '', 'de', 'en'] as const);
    tab.load(`https://shop.example${path}`, referrer, lang);
    if (plan.clocks !== 'right') tab.document.readyState = 'loading';
    const complete = random.chance(0.3);
    if (complete) tab.document.readyState = 'complete';
    world.tell(tab.name, () => `opens ${path} (${device.who ?? 'nobody'})`);
    const page = openPage(world, tab, before, watch);
    if (plan.consent === 'moody') world.note(page.consent);
    const person = plan.people.find(({ id }) => id === device.who);
    if (person) {
      if (random.chance(0.7)) identify(world, page, person);
      else
        tab.post(random.whole(0, 4000), () => {
          if (device.who === person.id && page.alive && !page.destroyed && page.who === undefined)
            identify(world, page, person);
        });
    }
    if (complete) tab.post(1, () => finishLoading(world, page));
    else tab.post(random.whole(2, 2500), () => finishLoading(world, page));
    if (device.keeps) isSmall(device);
    return page;
  };

  /** Part of the invariant G8: the number of stored values is bounded. */
  const isSmall = (device: Device) => {
    const { length } = Object.keys(device.localStorage);
    if (length > 200) world.violate('G8 nothing reaches the host', `${device.name} has ${length} keys`);
  };

  const isPresentable = (page: Page) => !page.tab.document.hidden && !page.tab.modal && !page.typing;
  const changeSight = (page: Page, event: string, change: () => void) => {
    change();
    page.presentableSince = isPresentable(page) ? (page.presentableSince ?? scheduler.now()) : undefined;
    page.tab.fire(event);
    scheduler.after(8002, () => watch.check(page));
  };

  const ACTS = {
    track(page: Page) {
      const event = random.chance(0.12) ? CANCEL : random.pick(EVENTS);
      const times = random.chance(0.15) ? 2 : 1;
      for (let time = 0; time < times; time++)
        track(
          world,
          page,
          event,
          random.chance(0.7) ? random.pick(ORDERS) : undefined,
          random.chance(0.7) ? random.pick([10, 90] as const) : undefined,
        );
    },
    move: (page: Page) => moveTo(world, page, random.pick(PATHS)),
    look: (page: Page) => watch.look(page),
    hide(page: Page) {
      // A hidden page shows an inline prompt too, but records it up to a second later, because it is not painted.
      if (plan.twins) return;
      changeSight(page, 'visibilitychange', () => {
        page.tab.document.hidden = true;
      });
      page.tab.post(random.pick([5000, 60_000, 2 * 3_600_000] as const), () =>
        changeSight(page, 'visibilitychange', () => {
          page.tab.document.hidden = false;
        }),
      );
    },
    type(page: Page) {
      changeSight(page, 'keyup', () => {
        page.typing = true;
        page.tab.document.activeElement = {
          localName: 'input',
          id: '',
          classList: [],
          value: 'something',
          matches: () => false,
        };
      });
      page.tab.post(random.whole(2000, 30_000), () =>
        changeSight(page, 'focusout', () => {
          page.typing = false;
          page.tab.document.activeElement = null;
        }),
      );
    },
    modal(page: Page) {
      changeSight(page, 'click', () => {
        page.tab.modal = true;
      });
      page.tab.post(random.whole(2000, 30_000), () =>
        changeSight(page, 'click', () => {
          page.tab.modal = false;
        }),
      );
    },
    show(page: Page) {
      const survey = random.pick(plan.surveys as never as [(typeof plan.surveys)[number]]);
      const subject = random.chance(0.5) ? random.pick(ORDERS) : undefined;
      page.asked.push({ survey: survey.id, subject });
      world.tell(page.tab.name, () => `asks for ${survey.id} ${subject ?? ''}`);
      page.tab.enter(() => {
        void page.client.show(survey.id, { subject: toSubject(subject) }).then((result) => {
          if (!page.alive) return;
          world.note(result.shown ? 'shown by code' : `not shown: ${result.reasons[0]}`);
          if (!result.shown && !result.reasons[0])
            world.violate(
              'G4 every suppression is explained and true',
              `${page.tab.name}: ${survey.id} is not shown, without a reason`,
            );
        });
      });
    },
    logout(page: Page) {
      page.tab.device.who = undefined;
      logout(world, page);
      world.note('logout');
      if (random.chance(0.4))
        page.tab.post(random.whole(1, 20_000), () => page.alive && !page.destroyed && ACTS.login(page));
    },
    login(page: Page) {
      const person = random.pick(plan.people as never as [(typeof plan.people)[number]]);
      page.tab.device.who = person.id;
      identify(world, page, person);
      world.note('login');
    },
    destroy(page: Page) {
      world.tell(page.tab.name, () => 'destroys the client');
      page.tab.enter(() => page.client.destroy());
      page.destroyed = true;
      page.owed = [];
      page.moments.leave(persists(page));
      page.tab.post(20_000, () => {
        const { timers, listeners } = page.tab.busy();
        if (timers || listeners)
          world.violate(
            'G8 nothing reaches the host',
            `${page.tab.name} has ${timers} timers and ${listeners} listeners after destroy()`,
          );
      });
      world.note('destroyed');
    },
    consent(page: Page) {
      if (plan.consent !== 'moody') return;
      const state = random.pick(['granted', 'denied', 'pending'] as const);
      world.tell(page.tab.name, () => `consent ${state}`);
      page.consent = state;
      if (page.tab.device.keeps) {
        if (state === 'granted') {
          page.knowledge.write();
          page.moments.takeUp();
        } else {
          page.knowledge.wipe();
          page.moments.wipe();
        }
      }
      page.tab.enter(() => page.client.consent(state));
    },
  };
  const MOVES: readonly (keyof typeof ACTS)[] = [
    ...Array.from({ length: 9 }, () => 'track' as const),
    ...(governed ? (['move', 'move', 'look', 'look', 'look'] as const) : (['look'] as const)),
    'hide',
    'type',
    'modal',
    'show',
    'logout',
    'login',
    'login',
    'destroy',
    'consent',
  ];

  /** Simulates one page view, then opens the next page or closes the tab. */
  const stay = (page: Page, left: number) => {
    const { tab } = page;
    const long = random.chance(0.15) ? 3 * 3_600_000 : random.pick([4000, 20_000, 90_000, 600_000] as const);
    const duration = random.whole(2500, long);
    const acts = random.whole(0, 3);
    for (let act = 0; act < acts; act++) {
      const name = random.pick(MOVES as never as [keyof typeof ACTS]);
      tab.post(random.whole(2, duration), () => {
        if (page.alive && !page.destroyed && page.client) ACTS[name](page);
      });
    }
    tab.post(duration, () => {
      if (random.chance(0.06)) {
        world.note('crashed');
        leavePage(page, 'crashed');
        return shut(tab);
      }
      leavePage(page, 'left');
      if (left === 0 || random.chance(0.2)) return shut(tab);
      // A tab that was asleep for days is loaded again.
      const asleep = random.chance(0.05) ? random.whole(1, 3) * DAY_MS : 0;
      scheduler.after(random.whole(20, 400) + asleep, () => {
        if (asleep) world.note('asleep');
        const next = enterPage(tab, random.pick(PATHS), tab.location.href, page);
        stay(next, left - 1);
      });
    });
  };
  const shut = (tab: FakeTab) => {
    tab.close();
    tab.device.tabs.delete(tab);
  };

  /** Opens a tab of the site. */
  const visit = (device: Device) => {
    if (device.tabs.size >= 3) return;
    if (plan.clocks !== 'right' && random.chance(0.25)) {
      const years = random.pick([1, 1 / 12, 3] as const);
      const back = plan.clocks === 'both' && random.chance(0.5);
      device.shift(Math.round((back ? -1 : 1) * years * 365 * DAY_MS));
      world.note(back ? 'clock back' : 'clock forward');
      world.tell(
        device.name,
        () => `its clock is set ${back ? 'back' : 'forward'} to ${new Date(device.now()).toISOString()}`,
      );
    }
    const tab = openTab(`${device.name} tab ${++tabs}`, device, scheduler);
    device.tabs.add(tab);
    if (random.chance(0.35)) device.who = (random.pick(plan.people as never as [{ id: string }]) as { id: string }).id;
    const page = enterPage(
      tab,
      random.pick(PATHS),
      random.pick(['', '', 'https://www.google.com/', 'https://shop.example/'] as const),
      undefined,
    );
    stay(page, random.whole(0, 3));
    if (plan.twins) scheduler.after(random.whole(10, 2000), () => visit(device));
    else if (random.chance(0.3)) scheduler.after(random.whole(10, 60_000), () => visit(device));
  };

  /** A hundred people use one device in turn. */
  const crowd = (device: Device) => {
    world.note('crowd');
    const tab = openTab(`${device.name} tab ${++tabs}`, device, scheduler);
    device.tabs.add(tab);
    let page: Page | undefined;
    for (let index = 0; index < 110; index++)
      scheduler.after(index * MINUTE_MS, () => {
        if (page?.alive) leavePage(page, 'left');
        device.who = `crowd ${index}`;
        page = enterPage(tab, '/', '', page);
        identify(world, page, { id: `crowd ${index}`, traits: { plan: 'pro' } });
        const here = page;
        tab.post(3000, () => {
          for (const event of EVENTS) if (here.alive) track(world, here, event, 'order:1', 90);
        });
      });
    scheduler.after(111 * MINUTE_MS, () => {
      if (page?.alive) leavePage(page, 'left');
      device.who = undefined;
      shut(tab);
    });
  };

  return {
    start() {
      let at = 0;
      for (let count = 0; count < plan.visits; count++) {
        at += random.pick([
          5 * MINUTE_MS,
          40 * MINUTE_MS,
          DAY_MS / 2,
          2 * DAY_MS,
          8 * DAY_MS,
          15 * DAY_MS,
          35 * DAY_MS,
          90 * DAY_MS,
        ] as const);
        at += random.whole(0, 10 * MINUTE_MS);
        const device = random.pick(world.devices as never as [Device]);
        scheduler.after(at, () => visit(device));
      }
      const [first] = world.devices;
      if (plan.crowd && first) scheduler.after(at + DAY_MS, () => crowd(first));
      return at + 3 * DAY_MS;
    },
    currentOf,
  };
};
