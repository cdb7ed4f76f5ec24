import { type Readable, toLoss, toWrongReport } from './endings.ts';
import { CAP_BYTES, CAP_EVENTS } from './fakeLocal.ts';
import { type Copy, isOver, type Ledger, type Recorded } from './ledger.ts';
import { MOST_PARKED } from './parked.ts';
import { isCalm, isCommon, type Plan } from './plan.ts';

/** The input of the invariants at the end of a simulated world. */
export interface Evidence {
  readonly plan: Plan;
  readonly ledger: Ledger;
  readonly happened: ReadonlySet<string>;
  readonly readable: Readable;
  readonly most: { readonly bytes: number; readonly events: number };
  readonly hostKeysTouched: readonly string[];
  /** The number of parked records in localStorage. */
  readonly parked: number;
  /** The timers, requests and events that open pages still have. */
  readonly unrest: readonly string[];
}

/** Returns a sentence when the invariant is violated. */
export type Invariant = (evidence: Evidence) => string | undefined;

const TEN_MINUTES_MS = 600_000;
const HOUR_MS = 3_600_000;
const MAX_PAUSE_MS = 300_000;
/** Requests of other tabs may delay an attempt. */
const SLACK_MS = 60_000;
/** The 4xx after which a batch is sent again. */
const TRY_LATER = [408, 425, 429];
/** Browsers refuse a keepalive request beyond this total of a page. */
const KEEPALIVE_BYTES = 64 * 1024;
/** No page adopts a younger record of another page. */
const YOUNG_MS = 2000;
/** The last requests of a closed page arrive within this time. */
const FAREWELL_MS = 10_000;

const first = <T>(things: Iterable<T>, toSentence: (thing: T) => string | undefined): string | undefined => {
  for (const thing of things) {
    const sentence = toSentence(thing);
    if (sentence) return sentence;
  }
  return undefined;
};

const seconds = (ms: number) => `${(ms / 1000).toFixed(3)} s`;

/** I1: every recorded event is at the collector, or was reported undeliverable for a reason that the contract allows. */
const arrivesOrIsReported: Invariant = ({ plan, happened, ledger, readable }) =>
  ledger.falsehoods[0] ??
  first(ledger.recorded.values(), (event) => {
    const pages = event.reports.map(({ page }) => page);
    if (
      new Set(pages).size < pages.length &&
      !event.stuck &&
      !event.wiped &&
      // A slow database may still have an event that was given up and is no longer parked. The page then tries it again.
      !(plan.durable !== 'works' || happened.has('durable')) &&
      ledger.rewinds.length + ledger.jumps.length === 0
    )
      return `${event.name} was reported twice by one page`;
    return first(event.reports, (report) => toWrongReport(ledger, event, report)) ?? toLoss(event, readable);
  });

/** I2: an event is sent with its recorded bytes. */
const sameIdSameBytes: Invariant = ({ ledger }) =>
  first(ledger.copies, ({ faithful, page, at, ids }) =>
    faithful || ids.some((id) => ledger.recorded.get(id)?.corrupted)
      ? undefined
      : `${page.name} posted at ${seconds(at)} what nobody recorded`,
  ) ??
  first(ledger.recorded.values(), ({ bodies, name, page, copies, loggedOut }) =>
    // Another tab may have sent the record before consent was denied in this tab.
    bodies.length > 1 && !loggedOut && copies.every((copy) => copy.page === page)
      ? `${name} was sent as ${bodies.length} different bodies`
      : undefined,
  );

/** I3: the sequences of a response have no gap at the collector, except for reported and excused events. */
const noGaps: Invariant = ({ ledger, readable }) => {
  const last = new Map<string, number>();
  for (const { response, sequence, committedAt } of ledger.recorded.values()) {
    if (committedAt.length > 0) last.set(response, Math.max(last.get(response) ?? 0, sequence));
  }
  return first(ledger.recorded.values(), (event) => {
    const isGap = event.committedAt.length === 0 && event.sequence < (last.get(event.response) ?? 0);
    return isGap && toLoss(event, readable) ? `sequence ${event.sequence} of ${event.response} is missing` : undefined;
  });
};

/** I4: at the end nothing is stored, no timer runs and no request is open. */
const comesToRest: Invariant = ({ unrest, ledger }) => ledger.leftovers[0] ?? unrest[0];

/** I5: a page that can know of a Retry-After sends nothing before this time ends. */
const obeysRetryAfter: Invariant = ({ ledger }) =>
  first(ledger.copies, ({ inside, at, page }) =>
    inside
      ? `${page.name} posted at ${seconds(at)}, though ${inside.page.name} had heard to wait until ${seconds(inside.until)}`
      : undefined,
  );

/** Returns the start of a time window with more than this many entries. */
const crowd = (times: readonly number[], most: number, windowMs: number): number | undefined =>
  times.find((time, index) => (times[index + most] ?? Number.POSITIVE_INFINITY) - time < windowMs);

/** Groups copies by page, unless the pages share a storage. */
const groups = (copies: readonly Copy[], together: boolean): readonly (readonly Copy[])[] =>
  together
    ? [copies]
    : [...new Set(copies.map(({ page }) => page))].map((one) => copies.filter(({ page }) => page === one));

const sharesDisk = ({ plan, happened, ledger }: Evidence) =>
  plan.consent === 'granted' &&
  plan.local === 'works' &&
  ledger.rewinds.length === 0 &&
  !['localRefuses', 'local', 'withdraw', 'forbid', 'corrupt'].some((name) => happened.has(name));

/** I5: at most 60 requests in ten minutes without a delivery. Setting the clock may reset the count. */
const sparesTheCollector: Invariant = (evidence) =>
  first(groups(evidence.ledger.copies, sharesDisk(evidence)), (copies) => {
    let futile: number[] = [];
    return first(copies, ({ at, heard }) => {
      futile = heard && heard.done.length > 0 ? [] : [...futile.filter((time) => time > at - TEN_MINUTES_MS), at];
      return futile.length > 60 + 30 * evidence.ledger.jumps.length
        ? `more than 60 requests in the ten minutes before ${seconds(at)}`
        : undefined;
    });
  });

/** I5: a page never sends twelve requests in a second. */
const noBurst: Invariant = ({ ledger }) =>
  first(groups(ledger.copies, false), (copies) => {
    const from = crowd(
      copies.map(({ at }) => at),
      11,
      1000,
    );
    return from === undefined ? undefined : `twelve requests or more in the second from ${seconds(from)}`;
  });

/** A request carries at most 50 events and 48 KiB, and the keepalive requests of a page at most 64 KiB. */
const smallRequests: Invariant = ({ ledger }) =>
  first(ledger.copies, ({ ids, batch, page, lasting, at }) => {
    if (ids.length > 50) return `${page.name} posted ${ids.length} events at once`;
    if (ids.length === 0) return `${page.name} posted nothing`;
    if (new Set(ids).size < ids.length) return `${page.name} posted an event twice in one request`;
    if (ids.length > 1 && lasting > KEEPALIVE_BYTES)
      return `${page.name} has ${lasting} bytes of keepalive requests at ${seconds(at)}`;
    return ids.length > 1 && Buffer.byteLength(batch) > 48 * 1024
      ? `${page.name} posted ${Buffer.byteLength(batch)} bytes`
      : undefined;
  });

/** I5: the pauses of a page after a failure are spread: tabs and devices must not return together. */
const spreadsPauses: Invariant = ({ plan, ledger }) => {
  /** Returns true when the collector has asked nobody to wait. */
  const isFree = (since: number, at: number) =>
    !ledger.floors.some(({ from, until }) => from <= at && until >= since) &&
    !ledger.copies.some(({ verdict }) => verdict?.name === 'refused');
  // Without locks, a drain waits for up to two seconds more.
  return first(plan.hasLock ? groups(ledger.copies, false) : [], (own) => {
    /** Each pause as a share of the longest one after as many failures. */
    const shares = own.slice(1).flatMap(({ at, attempt, reason, page }, index) => {
      const { heard, attempt: before } = own[index] as Copy;
      const longest = Math.min(MAX_PAUSE_MS, 1000 * 2 ** attempt);
      const isPause = reason === 'retry' && attempt === before + 1 && heard && heard.status > 0 && isFree(heard.at, at);
      return isPause ? [{ share: (at - heard.at) / longest, page }] : [];
    });
    // By chance, five pauses are as long only once in forty million pages. The shared rate limit makes a pause much longer.
    return shares.length >= 5 && shares.every(({ share }) => share > 0.97 && share < 2)
      ? `${shares[0]?.page.name} paused ${shares.length} times for the longest time`
      : undefined;
  });
};

/** I5: after a failure that is no refusal, a page tries again within five minutes, unless the collector asks for more. */
const comesBack: Invariant = ({ plan, ledger: { copies, floors, recorded } }) =>
  first(isCommon(plan) ? copies : [], ({ heard, ids, page, at }) => {
    if (!heard || !(TRY_LATER.includes(heard.status) || heard.status >= 500)) return undefined;
    const latest = heard.at + MAX_PAUSE_MS + SLACK_MS;
    const isAsked = floors.some(({ from, until }) => from <= latest && until > heard.at);
    const isRefused = copies.some(
      (copy) => copy.verdict?.name === 'refused' && copy.at > heard.at - HOUR_MS && copy.at < latest,
    );
    if (isAsked || isRefused || (page.diedAt ?? latest) < latest) return undefined;
    const late = ids.find((id) => {
      const event = recorded.get(id);
      return event && !isOver(event, latest) && !event.copies.some((copy) => copy.at > at && copy.at < latest);
    });
    return (
      late && `${page.name} heard ${heard.status} at ${seconds(heard.at)} and did not try again within five minutes`
    );
  });

/** I5: in each request, the events with an answer come first. */
const answersFirst: Invariant = ({ ledger: { copies, recorded } }) =>
  first(copies, ({ ids, page, at }) => {
    const answers = ids.map((id) => !!recorded.get(id)?.answer);
    return answers.lastIndexOf(true) > answers.indexOf(false) && answers.includes(false)
      ? `${page.name} posted at ${seconds(at)} an answer behind another event`
      : undefined;
  });

/** I5: a request counts only the failures since the last delivery. */
const forgetsFailures: Invariant = ({ ledger: { copies } }) =>
  first(groups(copies, false), (own) => {
    let failures: Copy[] = [];
    return first(own, (copy) => {
      const { page, at, attempt } = copy;
      const since = page.deliveredAt.findLast((time) => time <= at);
      // Without a delivery, every request counts.
      if (since !== undefined) {
        failures = failures.filter(({ endedAt = Number.POSITIVE_INFINITY }) => endedAt >= since);
        if (attempt > failures.filter(({ endedAt = Number.POSITIVE_INFINITY }) => endedAt <= at).length)
          return `${page.name} posted at ${seconds(at)} as attempt ${attempt}, though it delivered events at ${seconds(since)}`;
      }
      if (!copy.heard?.done[0]) failures.push(copy);
      return undefined;
    });
  });

/** Returns nothing when a repeated copy is allowed. Otherwise returns the end of a sentence that states why it is unnecessary. */
const isNeedless = (
  { plan, ledger, happened }: Evidence,
  one: Copy,
  other: Copy,
  { wiped, corrupted, stuck, reports, at: recordedAt }: Recorded,
): string | undefined => {
  const { heard, endedAt, page } = one;
  const here = page === other.page;
  if (heard && heard.at < other.at) {
    // During a fault, another page cannot know of the receipt: a missing record may have other causes.
    const slow = plan.durable !== 'works' || happened.has('durable');
    // A slow database may still have an event that was delivered long ago.
    const late = slow && other.at - heard.at > 1000;
    const excused = late || reports.length > 0 || stuck || wiped || corrupted || ledger.rewinds.length > 0;
    // If a page waits this long for the lock, another page may adopt its event.
    const young = one.at - recordedAt < YOUNG_MS;
    return !excused && (here || (young && isCalm(plan))) ? 'after its receipt' : undefined;
  }
  const isOpen = endedAt === undefined || endedAt > other.at;
  const wasLeft = [...page.leftAt, page.diedAt ?? Number.POSITIVE_INFINITY].some(
    (at) => at >= one.at && at <= other.at,
  );
  if (!isOpen || wasLeft || other.reason === 'hidden') return undefined;
  if (!here && (!plan.hasLock || wiped || plan.local !== 'works' || ledger.rewinds.length > 0)) return undefined;
  return 'beside a request without its receipt';
};

/** I6: an event is sent once, unless the page was left, the request failed, or the receipt could not be known. */
const noNeedlessCopy: Invariant = (evidence) =>
  first(evidence.ledger.recorded.values(), (event) => {
    // A later copy is unnecessary if an earlier request was still open or had a receipt. Events of failed requests are sent again.
    let against: readonly Copy[] = [];
    return first(event.copies, (other) => {
      against = against.filter(({ endedAt, heard }) =>
        heard ? heard.done.includes(event.id) || heard.at > other.at : endedAt === undefined || endedAt > other.at,
      );
      const sentence = first(against, (one) => {
        const why = isNeedless(evidence, one, other, event);
        return (
          why &&
          `${event.name} was posted by ${other.page.name} at ${seconds(other.at)} ${why} (posted by ${one.page.name} at ${seconds(one.at)})`
        );
      });
      against = [...against, other];
      return sentence;
    });
  });

/** I7: no exception, rejection or console line reaches the page. */
const makesNoNoise: Invariant = ({ ledger }) => ledger.noises[0];

/** I8: the size limit holds, the newest parked records stay, and the keys of the host page are unchanged. */
const keepsItsPlace: Invariant = ({ most, hostKeysTouched, parked, happened, ledger }) => {
  if (ledger.drops[0]) return ledger.drops[0];
  // A page that crashes may have no time to drop the oldest.
  if (parked > MOST_PARKED && !happened.has('crashed') && !happened.has('local')) return `${parked} parked records`;
  if (hostKeysTouched.length > 0) return `touched the page's own ${hostKeysTouched}`;
  if (most.bytes > CAP_BYTES) return `${most.bytes} bytes in localStorage`;
  return most.events > CAP_EVENTS ? `${most.events} events in localStorage` : undefined;
};

/** I9: the events of a page that closes without trouble arrive without another visit. */
const saysFarewell: Invariant = ({ ledger }) =>
  first(ledger.farewells, ({ page, at, waiting }) => {
    if (ledger.troubles.some((time) => time >= at && time < at + FAREWELL_MS)) return undefined;
    const late = waiting.find(
      ({ committedAt, reports }) => !committedAt.some((time) => time < at + FAREWELL_MS) && reports.length === 0,
    );
    return late && `${page.name} was closed at ${seconds(at)} with a healthy network, and ${late.name} did not arrive`;
  });

/** Consent: nothing is sent while it is pending, and nothing is stored without it. */
const asksFirst: Invariant = ({ ledger }) =>
  ledger.trespasses[0] ??
  first(ledger.copies, ({ held, page, at }) =>
    held ? `${page.name} posted at ${seconds(at)} while it held everything back` : undefined,
  );

export const INVARIANTS: Readonly<Record<string, Invariant>> = {
  'I1 arrives or is reported': arrivesOrIsReported,
  'I2 same id, same bytes': sameIdSameBytes,
  'I3 no gaps': noGaps,
  'I4 comes to rest': comesToRest,
  'I5 obeys Retry-After': obeysRetryAfter,
  'I5 spares the collector': sparesTheCollector,
  'I5 no burst': noBurst,
  'I5 small requests': smallRequests,
  'I5 spreads pauses': spreadsPauses,
  'I5 comes back': comesBack,
  'I5 answers first': answersFirst,
  'I5 forgets failures': forgetsFailures,
  'I6 no needless copy': noNeedlessCopy,
  'I7 makes no noise': makesNoNoise,
  'I8 keeps its place': keepsItsPlace,
  'I9 says farewell': saysFarewell,
  'consent asks first': asksFirst,
};
