import type { Transport } from '../../src/api/transport.ts';
import type { Deliver } from './fakeDurable.ts';
import type { Copy, Floor, Ledger, Page } from './ledger.ts';
import type { Site } from './site.ts';
import { judge, type Received, type Verdict } from './weather.ts';

const HOUR_MS = 3_600_000;
/** The statuses with which a collector can ask a client to wait, besides those from 500. */
const WAITS = [408, 425, 429];
const DONE = [202, 204, 409];

const FAILED = new TypeError('Failed to fetch');
const ABORTED = new DOMException('signal timed out', 'AbortError');

/** The connection of one page to the collector. */
export interface FakeLine {
  readonly transport: Transport;
  /** Ends the requests that are not keepalive, or all of them. */
  hangUp(keepaliveToo: boolean): void;
  /** Loses the requests: the page hears nothing of them any more. Those with keepalive still arrive. */
  lose(): void;
  underWay(): number;
}

interface Request {
  readonly copy: Copy;
  readonly keepalive: boolean;
  /** Stops the reply. The page never hears of the request. */
  lose: () => void;
  /** Aborts the request. If the request has already arrived, its response is dropped. */
  cancel: () => void;
}

const bytesOf = (batch: string) => Buffer.byteLength(batch);

const parse = (batch: string): { id?: unknown }[] | undefined => {
  try {
    const events: unknown = JSON.parse(batch);
    return Array.isArray(events) ? events : undefined;
  } catch {
    return undefined;
  }
};

/** Returns the events that the collector reads. Recorded bytes need no parsing. */
const read = ({ batch, ids, faithful }: Copy, { recorded }: Ledger): Received[] => {
  if (faithful) return ids.flatMap((id) => recorded.get(id) ?? []);
  const events = parse(batch);
  if (!events) return ids.map((id) => ({ id, poison: 400 }));
  return events.map(({ id }) =>
    typeof id === 'string' ? { id, poison: recorded.get(id)?.poison } : { id: '?', poison: 400 },
  );
};

/** Returns true when the events of a batch have their recorded bytes. Records which version of each event the batch contains. */
const isFaithful = (batch: string, ids: readonly string[], { recorded }: Ledger): boolean => {
  let at = 0;
  for (const id of ids) {
    const event = recorded.get(id);
    const body = event?.versions.find((version) => batch.startsWith(version, at + 1));
    if (!event || !body || batch[at] !== (at === 0 ? '[' : ',')) return false;
    if (!event.bodies.includes(body)) event.bodies.push(body);
    at += body.length + 1;
  }
  return at === batch.length - 1 && batch.endsWith(']');
};

/** Returns the milliseconds that a Retry-After asks for by the contract: seconds or a date, an hour at most. */
const toFloorMs = (retryAfter: unknown, wall: number): number => {
  const seconds =
    typeof retryAfter === 'number' ? retryAfter : retryAfter === '' || retryAfter === null ? 0 : Number(retryAfter);
  const asked = Number.isNaN(seconds) ? Date.parse(`${retryAfter}`) - wall : seconds * 1000;
  return asked > 0 ? Math.min(HOUR_MS, asked) : 0;
};

/** Opens the connection of a page. The collector commits after half of the latency; the reply arrives after the full latency. */
export const openLine = (
  site: Site,
  page: Page,
  deliver: Deliver,
  consent: { readonly held: boolean; readonly kept: boolean },
): FakeLine => {
  const { scheduler, random, ledger, plan } = site;
  const requests = new Set<Request>();

  const commit = (copy: Copy, verdict: Verdict) => {
    copy.verdict = verdict;
    site.tally(verdict.name);
    for (const id of verdict.commits) {
      const event = ledger.recorded.get(id);
      if (!event) continue;
      event.committedAt.push(scheduler.now());
    }
    site.tell(
      'collector',
      () =>
        `${verdict.name}: ${verdict.commits.length > 0 ? `commits ${verdict.commits.map((id) => ledger.recorded.get(id)?.name ?? id)}` : 'commits nothing'}`,
    );
  };

  const judgeNow = (copy: Copy): Verdict => {
    const inRequest = new Set(copy.ids);
    const strangers = [...ledger.recorded.keys()].filter((id) => !inRequest.has(id)).slice(-3);
    return judge(site.weather(), {
      events: read(copy, ledger),
      length: copy.batch.length,
      bodyLimit: plan.bodyLimit,
      wall: site.wall(),
      strangers,
      random,
    });
  };

  /** Records what the page learns from a response, in the same task. */
  const hear = (copy: Copy) => {
    const now = scheduler.now();
    copy.endedAt = now;
    const says = copy.verdict?.says;
    if (typeof says !== 'object') {
      site.tell(
        page.name,
        () =>
          `the request with ${names(copy)} ends: ${typeof says === 'string' ? 'connection reset' : 'words that are no receipt'}`,
      );
      return;
    }
    const { status, accepted, retryAfter, rejected } = says;
    const honest = copy.verdict?.name !== 'liar';
    const done = !honest ? [] : status === 200 ? (accepted ?? []) : DONE.includes(status) ? copy.ids : [];
    const askedMs = toFloorMs(retryAfter, site.wall());
    copy.heard = { at: now, status, done, rejected: honest ? (rejected ?? []) : [], askedUntil: now + askedMs };
    if (status >= 400 && status < 500 && ![408, 409, 425, 429].includes(status)) {
      for (const id of copy.ids) {
        const event = ledger.recorded.get(id);
        if (event) event.refusedAt ??= { at: now, wall: site.wall() };
      }
    }
    if (askedMs > 0 && (WAITS.includes(status) || status >= 500)) {
      ledger.floors.push({
        from: now,
        until: now + askedMs,
        task: scheduler.task(),
        page,
        shared: site.local.mode() === 'works' && consent.kept,
        void: false,
      });
      site.tally('floor');
    }
    site.tell(
      page.name,
      () =>
        `hears ${status}${retryAfter === undefined || retryAfter === null ? '' : ` (Retry-After: ${retryAfter})`} for ${names(copy)}`,
    );
  };

  const names = ({ ids }: Copy) => `${ids.map((id) => ledger.recorded.get(id)?.name ?? id)}`;

  const isInside = ({ from, until, page: by, task, shared, void: over }: Floor) => {
    const now = scheduler.now();
    // Retry-After dates have whole seconds, and timers are rounded.
    return (
      !over &&
      now > from &&
      now < until - 1 &&
      (by === page || (shared && by.diedIn !== task && consent.kept && site.local.mode() !== 'throws'))
    );
  };

  const transport: Transport = (batch, { ids, attempt, reason, signal }) => {
    const keepalive = !attempt || reason === 'hidden';
    const others = [...requests].filter((each) => each.keepalive && each.copy.reason !== 'hidden');
    const lasting = others.reduce((sum, each) => sum + bytesOf(each.copy.batch), 0);
    const copy: Copy = {
      page,
      at: scheduler.now(),
      wall: site.wall(),
      ids: [...ids],
      batch,
      attempt,
      reason,
      inside: ledger.floors.findLast(isInside),
      held: consent.held,
      lasting: keepalive ? lasting + bytesOf(batch) : 0,
      faithful: isFaithful(batch, ids, ledger),
    };
    ledger.copies.push(copy);
    for (const id of copy.ids) {
      const event = ledger.recorded.get(id);
      event?.copies.push(copy);
    }
    site.tell(page.name, () => `posts ${names(copy)} (attempt ${attempt}, ${reason}${keepalive ? ', keepalive' : ''})`);
    if (site.weather() === 'throws') {
      copy.endedAt = copy.at;
      site.tally('throws');
      site.tell(page.name, () => 'the transport throws');
      if (random.chance(0.5)) throw new TypeError('a hook of the page that throws');
      return Promise.reject(new TypeError('a hook of the page that rejects'));
    }
    return new Promise((resolve, reject) => {
      const latency = random.whole(Math.min(20, plan.latencyMs), plan.latencyMs);
      const fail = (error: unknown) => {
        requests.delete(request);
        copy.endedAt ??= scheduler.now();
        reject(error);
      };
      let lost = false;
      const stopArrival = scheduler.after(latency / 2, () => {
        if (!site.isOffline()) commit(copy, judgeNow(copy));
      });
      const stopReply = scheduler.after(site.isOffline() ? 3 : latency, () => {
        if (!copy.verdict) stopArrival();
        const says = copy.verdict?.says ?? 'reset';
        if (says === 'silence') return;
        deliver(() => {
          if (lost) return;
          requests.delete(request);
          hear(copy);
          if (says === 'reset') reject(FAILED);
          else resolve(says);
        });
      });
      const request: Request = {
        copy,
        keepalive,
        lose() {
          if (!keepalive) stopArrival();
          stopReply();
          requests.delete(request);
          site.tally('lost');
        },
        cancel() {
          stopArrival();
          stopReply();
          requests.delete(request);
          deliver(() => fail(FAILED));
        },
      };
      requests.add(request);
      signal.addEventListener('abort', () => {
        if (!requests.has(request)) return;
        lost = true;
        copy.endedAt = scheduler.now();
        requests.delete(request);
        stopReply();
        site.tally('givenUp');
        site.tell(page.name, () => `gives up the request with ${names(copy)}`);
        if (plan.hearsAbort) {
          stopArrival();
          reject(ABORTED);
        }
      });
    });
  };

  return {
    transport,
    hangUp(keepaliveToo) {
      for (const request of [...requests]) {
        if (keepaliveToo || !request.keepalive) request.cancel();
      }
    },
    lose() {
      for (const request of [...requests]) request.lose();
    },
    underWay: () => requests.size,
  };
};
