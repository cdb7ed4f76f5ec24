import { pause, type Tab } from './engine.ts';
import type { WireRequest } from './faultCollector.ts';
import { splitBatch } from './splitBatch.ts';
import { scoresIn, type World } from './world.ts';

/** The expected result of a test case, in addition to the checks that always run. */
export interface Expectation {
  /**
   * `everything`: all events that the page's listeners received, and all clicked scores. `answers`: only the clicked scores,
   * because a kill may lose other events. `nothing`: no check here; the test case makes its own checks. @default 'everything'
   */
  arrives?: 'everything' | 'answers' | 'nothing';
  /** True when each event must be sent exactly once. */
  once?: boolean;
  /** True when the last open page has no SDK, so undelivered copies stay on the device. */
  left?: boolean;
  /** Milliseconds until the events must have arrived. @default 20_000 */
  within?: number;
  /** Console lines that this test case expects. */
  lines?: readonly RegExp[];
  /** Problems that the test case itself found. */
  problems?: readonly string[];
}

export interface Outcome {
  readonly sent: number;
  readonly arrived: number;
  /** Number of events in all requests, including repeated ones. */
  readonly copies: number;
  readonly rows: number;
  /** What went wrong. The test case passes when this is empty. */
  readonly problems: readonly string[];
}

const CAP_CHARACTERS = 256 * 1024;
const BURST_REQUESTS = 12;

/** Reads localStorage; returns `null` where storage is denied. Only records in the state `waiting` are undelivered events. */
const LOOK = `(() => {
  try {
    const own = Object.keys(localStorage).filter((key) => key.startsWith('scorelet:'));
    const size = own.reduce((sum, key) => sum + key.length + localStorage.getItem(key).length, 0);
    return { size, waiting: own.filter((key) => key.startsWith('scorelet:1:q:') && JSON.parse(localStorage.getItem(key)).state === 'waiting').length, host: localStorage.getItem('host:cart') };
  } catch { return null; }
})()`;
interface Look {
  size: number;
  waiting: number;
  host: string | null;
}
const look = async (tab: Tab): Promise<Look | null> => (await tab.evaluate(LOOK)) as Look | null;

/** Checks rules about requests that apply to every test case. Returns the problems. */
const checkWire = ({ collector }: World): string[] => {
  const problems: string[] = [];
  const { requests, pauses, others } = collector;
  const bytes = new Map<string, string>();
  for (const { body } of requests) {
    for (const { id, json } of splitBatch(body)) {
      if ((bytes.get(id) ?? json) !== json) problems.push(`two bodies of event ${id}`);
      bytes.set(id, json);
    }
  }
  const sequences = new Map<string, number[]>();
  for (const { event } of collector.rows) {
    sequences.set(event.subject, [...(sequences.get(event.subject) ?? []), event.data.sequence]);
  }
  for (const [subject, list] of sequences) {
    const sorted = list.sort((a, b) => a - b);
    if (sorted.some((sequence, index) => sequence !== index)) problems.push(`sequences ${sorted} of ${subject}`);
  }
  const early = countInPauses(requests, pauses);
  if (early > 0) problems.push(`${early} requests before Retry-After was over`);
  const burst = requests.some(({ at }, index) => (requests[index + BURST_REQUESTS - 1]?.at ?? Infinity) < at + 1000);
  if (burst) problems.push(`${BURST_REQUESTS} requests in a second`);
  if (others.length > 0) problems.push(`other requests: ${others}`);
  return problems;
};

/** Tolerance after a Retry-After: a request of another tab may already be in progress. */
const UNDERWAY_MS = 100;
/** Tolerance before the end of a Retry-After: timers of the browser are not exact to the millisecond. */
const TIMER_MS = 10;
const countInPauses = (requests: readonly WireRequest[], pauses: readonly { from: number; until: number }[]) =>
  requests.filter(({ at }) => pauses.some(({ from, until }) => at > from + UNDERWAY_MS && at < until - TIMER_MS))
    .length;

/** Waits until the expected events have arrived or the time is over. Then runs all checks and returns the outcome. */
export const judge = async (world: World, expectation: Expectation): Promise<Outcome> => {
  const { arrives = 'everything', once = false, left = false, within = 20_000 } = expectation;
  const { collector, site } = world;
  const problems = [...(expectation.problems ?? [])];
  const has = (id: string) => collector.rows.some(({ event }) => event.id === id);
  const missing = () => (arrives === 'everything' ? site.heard.filter(({ id }) => !has(id)) : []);
  const wanted = [...world.scores].sort((a, b) => a - b);
  if (arrives !== 'nothing') {
    const end = Date.now() + within;
    while ((missing().length > 0 || scoresIn(collector).length < wanted.length) && Date.now() < end) await pause(25);
    for (const { type, page } of missing()) problems.push(`lost ${type} of ${page}`);
    if (`${scoresIn(collector)}` !== `${wanted}`) problems.push(`scores ${scoresIn(collector)} for ${wanted}`);
  }
  // Late copies, console lines and acknowledgements may still arrive.
  await pause(250);
  const last = world.tabs().at(-1);
  if (last) {
    let state = await look(last);
    if (arrives !== 'nothing' && !left) {
      for (let tries = 0; state && state.waiting > 0 && tries < 100; tries++) {
        await pause(50);
        state = await look(last);
      }
      if (state && state.waiting > 0) problems.push(`${state.waiting} events still wait on the device`);
    }
    if (state && state.size > CAP_CHARACTERS) problems.push(`${state.size} characters on the device`);
    if (state && state.host !== null && state.host !== '3 items') problems.push(`the host page's key is ${state.host}`);
  }
  problems.push(...checkWire(world));
  const lines = [...site.lines, ...world.driverLines()].filter(
    (line) => !(expectation.lines ?? []).some((expected) => expected.test(line)),
  );
  for (const line of new Set(lines)) problems.push(`console: ${line}`);
  const copies = collector.requests.flatMap(({ ids }) => ids);
  const distinct = new Set(copies);
  if (once && copies.length !== distinct.size) problems.push(`${copies.length} copies of ${distinct.size} events`);
  const sent = new Set([...site.heard.map(({ id }) => id), ...collector.rows.map(({ event }) => event.id)]).size;
  return { sent, arrived: collector.rows.length, copies: copies.length, rows: collector.rows.length, problems };
};
