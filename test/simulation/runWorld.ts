import { startBrowser, TABS, waitingKeys } from './browser.ts';
import { createSite, type Line } from './createSite.ts';
import { type Evidence, INVARIANTS } from './invariants.ts';
import type { Mutant } from './outboxMutant.ts';
import { isOutdated, parkedOf } from './parked.ts';
import type { Plan } from './plan.ts';

const HOUR_MS = 3_600_000;
/** After a refusal, the outbox retries for a day. Everything else settles within two hours. */
const REST_MS = 72 * HOUR_MS;

export interface Violation {
  readonly invariant: string;
  readonly sentence: string;
}

export interface Outcome {
  readonly violations: readonly Violation[];
  /** The faults that occurred. */
  readonly happened: ReadonlySet<string>;
  readonly lines: readonly Line[];
  readonly events: number;
  readonly requests: number;
}

/** Runs a plan, ends all faults, waits until the simulation is idle, and checks the invariants. */
export const runWorld = async (
  plan: Plan,
  story = false,
  takeNoise: () => Promise<string[]> = async () => [],
  mutant?: Mutant,
): Promise<Outcome> => {
  const world = createSite(plan, story, mutant);
  const { scheduler, random, local, durable, ledger } = world;
  const browser = startBrowser(world);
  let last = 0;
  for (const happening of plan.happenings) {
    last = Math.max(last, happening.at);
    scheduler.after(happening.at, () => browser.happen(happening));
  }
  await scheduler.run(last + random.whole(0, 20_000));

  browser.end();
  if (world.isOffline()) browser.happen({ what: 'online' });
  const isForEver = world.weather() === 'refused' && ledger.jumps.length === 0 && random.chance(0.8);
  if (isForEver) world.setWeather('refused', Number.POSITIVE_INFINITY);
  else world.heal();
  world.tell('site', () =>
    isForEver ? 'is refused for ever' : plan.ending === 'reopened' ? 'is well again' : 'is well again, and left',
  );
  for (const tab of browser.tabs()) tab.thaw();
  await scheduler.run(scheduler.now() + 1);
  const outdated = parkedOf(world).flatMap((each) => (isOutdated(each, world.wall()) ? [each.key] : []));
  if (plan.ending === 'reopened') {
    // A slow database may still write an event of a stopped client. Only a later visit can find it.
    while (browser.tabs().some((tab) => tab.stopped && durable.isBusy(tab))) await scheduler.run(scheduler.now() + 100);
    browser.open(TABS);
    if (plan.consent === 'pending')
      for (let slot = 0; slot <= TABS; slot++) browser.happen({ what: 'grant', tab: slot });
    else
      for (const tab of browser.tabs()) {
        if (!tab.held) continue;
        tab.held = false;
        tab.enter(() => tab.outbox.allow(tab.kept, false));
      }
  } else for (let slot = 0; slot < TABS; slot++) browser.close(slot);
  const isIdle = await scheduler.run(scheduler.now() + REST_MS);
  ledger.noises.push(...(await takeNoise()));

  const left = waitingKeys(world);
  const parked = parkedOf(world);
  const { mostBytes, mostEvents } = local.used();
  const evidence: Evidence = {
    plan,
    ledger,
    happened: world.happened,
    readable: {
      local: local.mode() !== 'throws',
      durable: durable.mode() !== 'refuses',
      visited: plan.ending === 'reopened',
    },
    most: { bytes: mostBytes, events: mostEvents },
    hostKeysTouched: local.touched(),
    parked: parked.length,
    unrest:
      plan.ending === 'gone'
        ? []
        : [
            ...browser.tabs().flatMap((tab) => {
              if (!tab.isAlive()) return [];
              const { timers, requests } = tab.busy();
              return timers + requests > 0
                ? [`${tab.name} has ${timers} timers and ${requests} requests after ${REST_MS / HOUR_MS} h`]
                : [];
            }),
            ...(isIdle ? [] : ['something still happens']),
            ...(plan.consent === 'memory' ? [] : left.local).map(
              (key) => `localStorage still has ${key}: ${local.port.get(key)?.slice(0, 20)}`,
            ),
            ...left.durable.map((key) => `IndexedDB still has ${key}`),
            ...(plan.consent === 'memory' ? [] : parked)
              .filter(({ key }) => outdated.includes(key))
              .map(({ key }) => `localStorage still has ${key}, which was parked more than a week ago`),
          ],
  };
  const violations: Violation[] = [];
  for (const [invariant, check] of Object.entries(INVARIANTS)) {
    const sentence = check(evidence);
    if (sentence) violations.push({ invariant, sentence });
  }
  return {
    violations,
    happened: world.happened,
    lines: world.lines,
    events: ledger.recorded.size,
    requests: ledger.copies.length,
  };
};
