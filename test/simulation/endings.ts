import { CAP_BYTES, CAP_EVENTS } from './fakeLocal.ts';
import { isOver, type Ledger, type Recorded, type Report } from './ledger.ts';
import { EVENT_PREFIX } from './site.ts';

const DAY_MS = 86_400_000;
/** Bytes reserved for other data: removal markers, the retry state, and the fields of a record other than its event. */
const MARGIN_BYTES = 8192;

/** The readable records on the device when a simulated world ends. */
export interface Readable {
  readonly local: boolean;
  readonly durable: boolean;
  /** True when a page was opened again at the end, so that it could send the stored events. */
  readonly visited: boolean;
}

/**
 * Returns why an event is lost, that is, neither delivered nor reported. Returns nothing when its page or the device was told to
 * delete the event, or when its page has ended and the environment removed the event from both stores.
 */
export const toLoss = (event: Recorded, readable: Readable): string | undefined => {
  const { page, local, durable, name } = event;
  if (isOver(event) || event.forgotten) return undefined;
  if (event.givenUp && event.givenUp.task === event.givenUp.page.diedIn) return undefined;
  const isGone = page.diedAt !== undefined;
  if (!isGone) return `${name} is neither delivered nor reported, and its page (${page.name}) lives`;
  if (event.wiped) return undefined;
  const lies = (local.held && readable.local) || (durable.held && readable.durable);
  if (lies) return readable.visited ? `${name} still lies on the device` : undefined;
  if (!local.held && !local.excused) return `${name} is lost: localStorage does not have it (${local.why})`;
  if (!durable.held && !durable.excused) return `${name} is lost: IndexedDB does not have it (${durable.why})`;
  return undefined;
};

const bytesOf = ({ id, json }: Recorded) => 2 * (EVENT_PREFIX.length + id.length + json.length + 20);

/** Returns true when an event did not fit into the store in the task that evicted another event. */
const isFull = ({ recorded }: Ledger, event: Recorded, { at, bytes, events }: Report): boolean => {
  const came = [...recorded.values()].filter((other) => other.at === at).map(bytesOf);
  return events >= CAP_EVENTS - 1 || bytes + bytesOf(event) + Math.max(...came) > CAP_BYTES - MARGIN_BYTES;
};

/** Returns true when the collector has refused every request for a day. */
const isRefusedForADay = ({ copies }: Ledger, { at, wall }: Report): boolean => {
  const heard = copies.filter((copy) => copy.heard && copy.heard.at <= at);
  const last = heard.findLastIndex((copy) => copy.heard && copy.heard.done.length > 0);
  const refusals = heard.slice(last + 1).filter((copy) => copy.verdict?.name === 'refused');
  const [first] = refusals;
  const since = first?.heard?.at ?? at;
  // A day has passed by virtual time or by the device's clock. The outbox sees only the device's clock, which may have been set.
  return refusals.length > 1 && (at - since >= DAY_MS || wall - (first?.wall ?? wall) >= DAY_MS);
};

/** Returns why the report of an undeliverable event is wrong. Returns nothing when the outbox may give up the event for this reason. */
export const toWrongReport = (ledger: Ledger, event: Recorded, report: Report): string | undefined => {
  const { name, copies, wall, answer, versions } = event;
  const { code, page } = report;
  const wrong = (why: string) => `${page.name} gave ${name} up as ${code}, but ${why}`;
  if (!versions.includes(report.json)) return wrong('reported other bytes');
  const before = copies.filter(({ endedAt }) => endedAt !== undefined && endedAt <= report.at);
  if (code === 'expired') {
    if (report.wall - wall < 7 * DAY_MS)
      return wrong(`it is only ${Math.round((report.wall - wall) / 60_000)} min old`);
    return before.length > 0 ? undefined : wrong('it was never tried');
  }
  if (code === 'evicted') {
    if (answer) return wrong('it is an answer');
    return isFull(ledger, event, report) ? undefined : wrong('there was room');
  }
  const status = Number(/^http_(\d+)$/.exec(code)?.[1]);
  if ([400, 413, 422].includes(status)) {
    const alone = before.some(({ heard, ids }) => heard?.status === status && ids.length === 1);
    return alone ? undefined : wrong('it was never refused alone');
  }
  if (status) return isRefusedForADay(ledger, report) ? undefined : wrong('it was not refused for a day');
  const said = before.some(({ heard }) => heard?.rejected.some((line) => line.id === event.id && line.code === code));
  return said ? undefined : wrong('the collector did not say so');
};
