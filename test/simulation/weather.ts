import type { Receipt } from '../../src/api/transport.ts';
import type { WeatherKind } from './plan.ts';
import type { Random } from './random.ts';

/** The result of a request: the events that the collector commits, and its response. */
export interface Verdict {
  readonly name: WeatherKind | 'fine' | 'poison' | 'tooLarge' | 'unreadable';
  readonly commits: readonly string[];
  /** The response: a receipt, a broken connection, or no response. */
  readonly says: Receipt | 'reset' | 'silence';
}

/** One event of a request, as the collector sees it. */
export interface Received {
  readonly id: string;
  readonly poison?: number | undefined;
}

export interface Asked {
  readonly events: readonly Received[];
  readonly length: number;
  readonly bodyLimit: number;
  /** Milliseconds since 1970, by the collector's clock. When the page's clock is years off, a date in Retry-After has no meaning. */
  readonly wall: number;
  readonly strangers: readonly string[];
  readonly random: Random;
}

const ABSURD = ['', 'soon', '-5', '1e99', '0', 'NaN', 'Fri, 31 Dec 9999 23:59:59 GMT', 'Thu, 01 Jan 1970 00:00:00 GMT'];
/** The code with which the collector rejects an event. */
export const REFUSED_CODE = 'not_ours';

const toFine = (ids: readonly string[], random: Random): Verdict => ({
  name: 'fine',
  commits: ids,
  says: random.pick<Receipt>([{ status: 202 }, { status: 204 }, { status: 200, accepted: ids, rejected: [] }]),
});

/** Returns the outcome of a request when there is no outage. The collector may still refuse the body or an event. */
const judgeEvents = ({ events, length, bodyLimit, random }: Asked): Verdict => {
  const ids = events.map(({ id }) => id);
  if (length > bodyLimit) return { name: 'tooLarge', commits: [], says: { status: 413 } };
  const poisoned = events.find(({ poison }) => poison);
  if (poisoned) return { name: 'poison', commits: [], says: { status: poisoned.poison ?? 400 } };
  return toFine(ids, random);
};

/** A custom transport that returns wrong or invalid receipts. */
const lie = (ids: readonly string[], strangers: readonly string[], random: Random): Receipt =>
  random.pick<() => Receipt>([
    () => ({ status: 200, accepted: ['nobody', ...strangers] }),
    () => ({ status: 200, accepted: strangers, rejected: [{ id: 'nobody', code: 'made_up' }] }),
    () => ({ status: 200, accepted: [], rejected: strangers.map((id) => ({ id, code: 'made_up' })) }),
    () => ({ status: Number.NaN }),
    () => ({ status: 299, accepted: ids }),
    // Custom transports are not type-checked.
    () => undefined as unknown as Receipt,
    () => ({ status: 200, accepted: 5 }) as unknown as Receipt,
    () => ({ status: 200, accepted: null, rejected: [null] }) as unknown as Receipt,
    () => 'OK' as unknown as Receipt,
  ])();

/** Returns the outcome of a request under the current conditions. */
export const judge = (kind: WeatherKind | undefined, asked: Asked): Verdict => {
  const { events, random, wall, strangers } = asked;
  const ids = events.map(({ id }) => id);
  const no = (says: Verdict['says'], commits: readonly string[] = []): Verdict => ({
    name: kind ?? 'fine',
    commits,
    says,
  });
  const wait = (retryAfter: Receipt['retryAfter']) => no({ status: random.pick([429, 503]), retryAfter });
  switch (kind) {
    case undefined:
      return judgeEvents(asked);
    case 'unavailable':
      return no({ status: 503, retryAfter: null });
    case 'error':
      return no({ status: random.pick([500, 502, 504, 408, 425]) });
    case 'busy':
      return no({ status: 429 });
    case 'retryAfterSeconds': {
      const seconds = random.pick([1.5, 5, 30, 120, 3600]);
      return wait(random.chance(0.5) ? seconds : `${seconds}`);
    }
    case 'retryAfterDate':
      return wait(new Date(wall + random.pick([2, 20, 200, 2000]) * 1000).toUTCString());
    case 'retryAfterAbsurd':
      return wait(
        random.chance(0.2) ? random.pick([Number.NaN, -1, 1e300]) : ABSURD[random.whole(0, ABSURD.length - 1)],
      );
    case 'dropped':
      return no('reset');
    case 'hang':
      return no('silence', random.chance(0.3) ? ids : []);
    case 'commitThenReset':
      return no('reset', ids);
    case 'captivePortal':
      return no({ status: 200, ...(random.chance(0.3) && { retryAfter: '1' }) });
    case 'partial': {
      // The collector rejects the same events on every attempt, like a real collector.
      const accepted = ids.filter((id) => id.charCodeAt(0) % 2 === 0);
      const rejected = ids.filter((id) => !accepted.includes(id)).map((id) => ({ id, code: REFUSED_CODE }));
      return no({ status: 200, accepted, rejected }, accepted);
    }
    case 'refused':
      return no({ status: random.pick([401, 403, 404, 410]) });
    case 'conflict':
      return no({ status: 409 }, ids);
    case 'redirect':
      return no({ status: random.pick([0, 301, 307]) });
    case 'liar':
      return no(lie(ids, strangers, random));
    case 'throws':
      return no('reset');
    case 'uneven':
      // One of the servers behind the address is overloaded.
      return random.chance(0.5) ? judgeEvents(asked) : no({ status: 429, retryAfter: 60 });
    default:
      return kind satisfies never;
  }
};
