/** The plan of a simulated world as data: drawn from a seed, written by hand, or shrunk by fast-check. */

/** What the collector or the network does with a request. */
export type WeatherKind =
  | 'unavailable'
  | 'error'
  | 'busy'
  | 'retryAfterSeconds'
  | 'retryAfterDate'
  | 'retryAfterAbsurd'
  | 'dropped'
  | 'hang'
  | 'commitThenReset'
  | 'captivePortal'
  | 'partial'
  | 'refused'
  | 'conflict'
  | 'redirect'
  | 'liar'
  | 'throws'
  | 'uneven';

/** The weather that any trouble may bring. */
export const WEATHER: readonly [WeatherKind, ...WeatherKind[]] = [
  'unavailable',
  'error',
  'busy',
  'retryAfterSeconds',
  'retryAfterDate',
  'retryAfterAbsurd',
  'dropped',
  'hang',
  'commitThenReset',
  'captivePortal',
  'partial',
  'refused',
  'conflict',
  'redirect',
  'liar',
  'throws',
];

/** `full`: every write exceeds the quota. `throws`: every access throws, as in a sandboxed frame. */
export type LocalMode = 'works' | 'full' | 'throws';
/** `slow`: each call takes seconds. `refuses`: every call rejects, as without IndexedDB. */
export type DurableMode = 'works' | 'slow' | 'refuses';

/** A status that the collector always returns for one event. */
export type Poison = 400 | 413 | 422;

export type Happening =
  | { readonly what: 'respond'; readonly tab: number; readonly response: ResponsePlan }
  | { readonly what: 'open' | 'close' | 'reload' | 'stop' | 'discard'; readonly tab: number }
  | { readonly what: 'crash'; readonly tab: number /** Further storage or lock calls. */; readonly calls: number }
  | { readonly what: 'away' | 'back' | 'freeze' | 'thaw' | 'hide'; readonly tab: number }
  | { readonly what: 'flush' | 'logOut' | 'withdraw' | 'forbid' | 'grant' | 'pend'; readonly tab: number }
  | { readonly what: 'kill' | 'offline' | 'online' | 'hostClear' | 'corrupt' }
  | { readonly what: 'jump'; readonly ms: number }
  | { readonly what: 'weather'; readonly kind: WeatherKind; readonly forMs: number }
  | { readonly what: 'local'; readonly mode: LocalMode; readonly forMs: number }
  | { readonly what: 'durable'; readonly mode: DurableMode; readonly forMs: number };

/** One response to one survey. */
export interface ResponsePlan {
  readonly answers: number;
  /** Milliseconds between clicks; 0 puts all in one task. */
  readonly gapMs: number;
  readonly end: 'completed' | 'dismissed' | 'abandoned';
  /** Characters of comment in each answer. */
  readonly comment: number;
  /** The status that the first answer gets. */
  readonly poison?: Poison | undefined;
}

export interface Plan {
  /** Seeds the random values in the simulated world: latencies, jitter, rejected events. */
  readonly seed: number;
  readonly consent: 'granted' | 'pending' | 'memory';
  readonly hasLock: boolean;
  readonly local: LocalMode;
  readonly durable: DurableMode;
  /** The longest round trip in milliseconds. */
  readonly latencyMs: number;
  /** The longest request body that the collector accepts, in characters. */
  readonly bodyLimit: number;
  /** Whether the transport obeys its abort signal. */
  readonly hearsAbort: boolean;
  readonly happenings: readonly (Happening & { readonly at: number })[];
  /** Whether a page in the back/forward cache loses its requests and their timeouts, as in Firefox. */
  readonly losesRequests: boolean;
  /** The end of the simulation. `gone`: every tab closes, and the site is never opened again. */
  readonly ending: 'reopened' | 'gone';
}

/** Returns true when only the collector fails in a simulated world, and every page may send and store. */
export const isCommon = ({ happenings, local, consent, latencyMs }: Plan): boolean =>
  local === 'works' &&
  consent === 'granted' &&
  latencyMs < 5000 &&
  happenings.every(({ what }) => ['respond', 'open', 'weather', 'hide', 'flush', 'close', 'reload'].includes(what));

/** Returns true when nothing fails in a simulated world. Every event is then sent once. */
export const isCalm = ({ happenings, ...plan }: Plan): boolean =>
  plan.local === 'works' &&
  plan.durable === 'works' &&
  plan.latencyMs < 5000 &&
  plan.bodyLimit >= 65_536 &&
  happenings.every(
    (happening) =>
      ['open', 'close', 'reload', 'hide', 'away', 'back', 'flush'].includes(happening.what) ||
      (happening.what === 'respond' && !happening.response.poison),
  );
