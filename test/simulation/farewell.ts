import type { World } from './createSite.ts';
import { type Farewell, isOver } from './ledger.ts';
import type { Tab } from './tab.ts';

/** After this many requests without a delivery, the outbox waits between requests. A page that is left during this pause sends nothing. */
const FREE_REQUESTS = 10;

/** Returns the events that must arrive after a page is left without faults. */
export const toFarewell = (world: World, tab: Tab): Farewell | undefined => {
  const { ledger, plan, scheduler } = world;
  const waiting = [...ledger.recorded.values()].filter((event) => !isOver(event) && !event.wiped);
  const own = waiting.filter((event) => event.page === tab && !event.forgotten);
  const last = ledger.copies.findLastIndex(({ heard }) => heard && heard.done.length > 0);
  const futile = ledger.copies.length - 1 - last;
  const isWell =
    !world.weather() &&
    !world.isOffline() &&
    !tab.held &&
    plan.latencyMs < 5000 &&
    plan.bodyLimit >= 65_536 &&
    // The outbox also obeys a `Retry-After` of a captive portal.
    !ledger.copies.some(({ heard }) => heard && !heard.done[0] && heard.askedUntil > scheduler.now()) &&
    ledger.jumps.length === 0 &&
    futile < FREE_REQUESTS &&
    ![...ledger.recorded.values()].some(({ poison, corrupted }) => poison || corrupted) &&
    !ledger.copies.some(({ verdict }) => verdict?.name === 'refused') &&
    // A hanging request is not repeated when the page leaves.
    !ledger.copies.some(({ verdict, endedAt }) => endedAt === undefined && verdict && verdict.name !== 'fine');
  const characters = own.reduce((sum, { json }) => sum + json.length * 1.3, 0);
  // While another request runs, the last request may have at most a quarter of 48 KiB.
  const room = 10 * 1024;
  return isWell && own.length > 0 && own.length <= 25 && characters < room
    ? { page: tab, at: scheduler.now(), waiting: own }
    : undefined;
};
