import type { World } from './createSite.ts';
import { isOver, NOT_WRITTEN, type Recorded } from './ledger.ts';
import { NOT_KEPT } from './respond.ts';
import { EVENT_PREFIX } from './site.ts';
import type { Tab } from './tab.ts';

/** Why a store no longer has an event. */
export const DELETED = 'the client deleted what was kept';

/** Deletes the data on the device like the client after withdrawn consent: localStorage at once, the database later. */
const wipeDevice = ({ local, durable, ledger }: World) => {
  if (local.mode() !== 'throws') {
    for (const key of local.port.keys()) if (key.startsWith('scorelet:')) local.port.remove(key);
  }
  durable.clear();
  // The stored Retry-After times are deleted too.
  for (const floor of ledger.floors) floor.void = true;
};

/** Records that the device has deleted all events, and that a page has dropped the selected events. */
const wipe = ({ ledger }: World, which: (event: Recorded) => boolean) => {
  for (const event of ledger.recorded.values()) {
    event.wiped = true;
    if (which(event)) event.forgotten = true;
  }
};

const toAnonymous = (json: string) =>
  json.includes('"anonymous"') ? json : json.replace('"subject":', '"anonymous":true,"subject":');

/** Removes the respondent from an event, and records the new bytes. */
const rewrite = ({ ledger }: World, json: string): string => {
  const rewritten = toAnonymous(json);
  for (const event of ledger.recorded.values()) {
    if (!event.versions.includes(json) || event.versions.includes(rewritten)) continue;
    event.json = rewritten;
    event.versions.push(rewritten);
  }
  return rewritten;
};

/** The respondent logs out: every event stays, without the respondent. */
export const logOut = (world: World, tab: Tab): void => {
  world.tell(tab.name, () => 'logs out');
  tab.leftAt.push(world.scheduler.now());
  tab.enter(() =>
    tab.outbox.anonymize((json) => {
      const rewritten = rewrite(world, json);
      for (const event of world.ledger.recorded.values()) event.loggedOut ||= event.json === rewritten;
      return rewritten;
    }),
  );
};

/** The page withdraws consent, or forbids storage. */
export const forget = (world: World, tab: Tab, what: 'withdraw' | 'forbid'): void => {
  const { ledger, local } = world;
  world.tell(tab.name, () => `${what}: the device forgets`);
  const unsent = new Set(
    [...ledger.recorded.values()].filter(
      ({ page, copies }) => page === tab && !copies.some((copy) => copy.page === tab),
    ),
  );
  world.because(DELETED, () => wipeDevice(world));
  if (what === 'withdraw') tab.enter(() => tab.outbox.withdraw((json) => rewrite(world, json)));
  tab.kept = false;
  tab.enter(() => tab.outbox.allow(false, tab.held));
  wipe(world, (event) => what === 'withdraw' && event.page === tab && !unsent.has(event));
  for (const event of unsent) {
    for (const store of [event.local, event.durable]) Object.assign(store, { why: NOT_KEPT, excused: true });
  }
  if (!tab.isAlive() || local.mode() === 'throws') return;
  const left = local.port.keys().filter((key) => key.startsWith(EVENT_PREFIX));
  if (left.length > 0)
    ledger.trespasses.push(`${tab.name} leaves ${left.length} records in localStorage after ${what}`);
};

/** The page grants consent, so events in memory must be written to the device. */
export const grant = (world: World, tab: Tab): void => {
  const { ledger, local, plan } = world;
  world.tell(tab.name, () => 'consent is granted');
  tab.held = false;
  // This page does not know what another page has deleted meanwhile.
  const wasKept = tab.kept;
  // Some sites never allow storage.
  tab.kept = plan.consent !== 'memory';
  tab.enter(() => tab.outbox.allow(tab.kept, false));
  if (
    !tab.isAlive() ||
    wasKept ||
    !tab.kept ||
    local.mode() !== 'works' ||
    local.used().events > 250 ||
    local.used().bytes > 128 * 1024
  )
    return;
  for (const event of ledger.recorded.values()) {
    if (event.page !== tab || event.forgotten || isOver(event)) continue;
    event.wiped = false;
    for (const store of [event.local, event.durable]) {
      if (!store.held && (store.why === NOT_KEPT || store.why === DELETED))
        Object.assign(store, { why: NOT_WRITTEN, excused: false });
    }
    if (event.returned && event.local.why === NOT_WRITTEN && !event.local.held) {
      ledger.falsehoods.push(`${tab.name} did not write ${event.name} down when consent was granted`);
    }
  }
};
