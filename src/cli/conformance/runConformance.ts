import { conformanceCases } from './cases.ts';
import { type CaseContext, type ConformanceCase, type Exchange, Mismatch, Skipped } from './conformanceCase.ts';
import { toRetrySeconds } from './receipt.ts';
import { NoAnswer, openConnection, send } from './send.ts';
import { createTestEvents } from './testEvents.ts';

export interface ConformanceOptions {
  url: URL;
  /** The publishable key to send with every request. */
  key?: string | undefined;
  /**
   * The Origin header that every request has.
   * @default 'https://conformance.example'
   */
  origin?: string | undefined;
  /** The cases to run. @default every case */
  cases?: readonly ConformanceCase[] | undefined;
  /** Milliseconds to wait for one response. @default 10000 */
  timeoutMs?: number | undefined;
  /** Runs the rate limit case, which sends up to 3000 requests. @default false */
  rateLimit?: boolean | undefined;
  /** Runs the history cases. @default false */
  history?: boolean | undefined;
  /** Receives the result of each case as soon as the case ends. */
  onResult?: ((result: CaseResult) => void) | undefined;
  /** Receives the milliseconds that the run waits because of a Retry-After header. */
  onWait?: ((ms: number) => void) | undefined;
  /** Receives every request with its response. */
  onExchange?: ((exchange: Exchange) => void) | undefined;
}

export interface CaseResult {
  readonly id: string;
  readonly title: string;
  readonly requirement: ConformanceCase['requirement'];
  readonly section: ConformanceCase['section'];
  readonly status: 'passed' | 'failed' | 'skipped';
  readonly ms: number;
  /** The response that a conforming collector would send. Present only for a failed case. */
  readonly expected?: string;
  /** The response that the tested collector sent. Present only for a failed case. */
  readonly came?: string;
  /** The reason why the case was skipped. */
  readonly reason?: string;
}

export const DEFAULT_ORIGIN = 'https://conformance.example';
export const DEFAULT_TIMEOUT_MS = 10_000;
/** After this many timeouts in a row, the remaining cases fail without a request. */
const MAX_SILENT_CASES = 3;
const MAX_WAITS = 3;
const MAX_WAIT_MS = 120_000;

/** Returns the case whose id is `only`. If there is none, returns all cases with this text in their id, title or section. */
export const selectCases = (only = ''): readonly ConformanceCase[] => {
  const one = conformanceCases.filter(({ id }) => id === only);
  if (one.length > 0) return one;
  const has = (text: string) => text.toLowerCase().includes(only.toLowerCase());
  return conformanceCases.filter(({ id, title, section }) => [id, title, section].some(has));
};

/** Creates the context that all cases of a run share. It sends requests as the SDK does and records every request with its response. */
const createContext = (options: ConformanceOptions): CaseContext => {
  const { url, key, origin = DEFAULT_ORIGIN, timeoutMs = DEFAULT_TIMEOUT_MS, onExchange, onWait } = options;
  const exchanges: Exchange[] = [];
  const wait: CaseContext['wait'] = (ms) => {
    onWait?.(ms);
    return new Promise((resolve) => setTimeout(resolve, ms));
  };

  const sendImpatiently: CaseContext['send'] = async ({ query, ...plan }) => {
    const target = new URL(url);
    const sent = { ce: 'batch', v: '1', k: key, t: `${Date.now()}`, n: '0', ...query };
    for (const [name, value] of Object.entries(sent)) if (value !== undefined) target.searchParams.set(name, value);
    const headers = { Origin: origin, 'Content-Type': 'text/plain;charset=UTF-8', ...plan.headers };
    const whole = { ...plan, headers };
    const record = (exchange: Exchange) => {
      exchanges.push(exchange);
      onExchange?.(exchange);
    };
    try {
      const answer = await send(target, whole, timeoutMs);
      record({ plan: whole, answer });
      return answer;
    } catch (error) {
      record({ plan: whole, answer: undefined });
      throw error;
    }
  };

  const sendPatiently: CaseContext['send'] = async (plan) => {
    for (let waits = 0; ; waits++) {
      const answer = await sendImpatiently(plan);
      const seconds = toRetrySeconds(answer.header('Retry-After') ?? '');
      if (answer.status !== 429 || waits === MAX_WAITS || !(seconds * 1000 <= MAX_WAIT_MS)) return answer;
      await wait(seconds * 1000);
    }
  };

  return {
    events: createTestEvents(origin),
    origin,
    exchanges,
    send: sendPatiently,
    sendImpatiently,
    post: (events, plan) => sendPatiently({ body: JSON.stringify(events), ...plan }),
    ask: (question, { query, ...plan } = {}) =>
      sendPatiently({
        ...(question === undefined ? {} : { body: typeof question === 'string' ? question : JSON.stringify(question) }),
        ...plan,
        query: { ce: 'history', t: undefined, n: undefined, ...query },
      }),
    connect: () => openConnection(url),
    mayHammer: options.rateLimit ?? false,
    mayAskHistory: options.history ?? false,
    wait,
  };
};

/** Runs one case and returns its result. Throws only errors that the collector did not cause. */
const runCase = async (each: ConformanceCase, context: CaseContext): Promise<CaseResult & { silent: boolean }> => {
  const { id, title, requirement, section } = each;
  const started = performance.now();
  const toResult = (rest: Pick<CaseResult, 'status' | 'expected' | 'came' | 'reason'>, silent = false) => ({
    id,
    title,
    requirement,
    section,
    ms: Math.round(performance.now() - started),
    ...rest,
    silent,
  });
  try {
    await each.run(context);
    return toResult({ status: 'passed' });
  } catch (error) {
    if (error instanceof Mismatch) {
      return toResult({ status: 'failed', expected: error.expected, came: error.came });
    }
    if (error instanceof NoAnswer) {
      const { message: came, code } = error;
      return toResult({ status: 'failed', expected: 'a response', came }, code === 'TIMEOUT');
    }
    if (error instanceof Skipped) return toResult({ status: 'skipped', reason: error.message });
    throw error;
  }
};

const GIVEN_UP = new Mismatch('a response', `no request sent, after ${MAX_SILENT_CASES} timeouts in a row`);
const giveUp = (each: ConformanceCase): ConformanceCase => ({ ...each, run: () => Promise.reject(GIVEN_UP) });

/** Runs the cases one after another against a collector. Resolves a list with one result for each case. */
export const runConformance = async (options: ConformanceOptions): Promise<readonly CaseResult[]> => {
  const context = createContext(options);
  const results: CaseResult[] = [];
  let silentInARow = 0;
  for (const each of options.cases ?? conformanceCases) {
    const gaveUp = silentInARow === MAX_SILENT_CASES;
    const { silent, ...result } = await runCase(gaveUp ? giveUp(each) : each, context);
    if (!gaveUp) silentInARow = silent ? silentInARow + 1 : 0;
    results.push(result);
    options.onResult?.(result);
  }
  return results;
};
