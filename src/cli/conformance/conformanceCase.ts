import type { Answer, Connection, RequestPlan } from './send.ts';
import type { TestEvents } from './testEvents.ts';

/** The section of the collector contract (`src/collector/README.md`) that a case tests. */
export type Section =
  | 'request'
  | 'query'
  | 'acknowledge'
  | 'once'
  | 'order'
  | 'time'
  | 'CORS'
  | 'errors'
  | 'limits'
  | 'strings'
  | 'history';

/** One request of the conformance run with its response. */
export interface Exchange {
  readonly plan: RequestPlan;
  /** The response; `undefined` when none arrived. */
  readonly answer: Answer | undefined;
}

interface PostPlan extends RequestPlan {
  /** Query parameters that replace those that the SDK would send. `undefined` leaves a parameter out. */
  readonly query?: Readonly<Record<string, string | undefined>> | undefined;
}

export interface CaseContext {
  /** Creates valid events whose ids are unique to this run. */
  readonly events: TestEvents;
  /** The Origin header that the requests of the run have. */
  readonly origin: string;
  /** All requests of the run so far, each with its response, in the order in which the responses arrived. */
  readonly exchanges: readonly Exchange[];
  /**
   * Sends a request as the SDK does, with the changes in `plan`. After a 429, waits for Retry-After and sends the request again.
   * @throws NoAnswer when no complete response arrives in time
   */
  send(plan: PostPlan): Promise<Answer>;
  /** Posts a batch of events. */
  post(events: readonly object[], plan?: PostPlan): Promise<Answer>;
  /** Requests the history of a respondent. A string is sent unchanged as the body. */
  ask(question: unknown, plan?: PostPlan): Promise<Answer>;
  /** Opens a connection for several requests. The caller must close it. */
  connect(): Connection;
  /** Sends a request like `send`, but returns a 429 instead of waiting. */
  sendImpatiently(plan: PostPlan): Promise<Answer>;
  /** True when the option `rateLimit` enables the rate limit case. */
  readonly mayHammer: boolean;
  /** True when the option `history` enables the history cases. */
  readonly mayAskHistory: boolean;
  wait(ms: number): Promise<void>;
}

export interface ConformanceCase {
  /** The id of the case for `--only` and for reports: a section and a name, such as `cors.receipt`. */
  readonly id: string;
  /** The behaviour of a conforming collector, as a sentence without its subject. */
  readonly title: string;
  /** `must`: when the case fails, events are lost or counted twice. `should`: the behaviour is recommended. */
  readonly requirement: 'must' | 'should';
  readonly section: Section;
  /**
   * Runs the case.
   * @throws Mismatch with the expected and the received response
   * @throws Skipped with the reason when the case cannot run
   */
  run(context: CaseContext): Promise<void>;
}

/** Thrown when the collector does not respond as expected. */
export class Mismatch extends Error {
  readonly expected: string;
  readonly came: string;
  constructor(expected: string, came: string) {
    super(`expected ${expected}, received ${came}`);
    this.name = 'Mismatch';
    this.expected = expected;
    this.came = came;
  }
}

/** Thrown when a case cannot run. */
export class Skipped extends Error {}
