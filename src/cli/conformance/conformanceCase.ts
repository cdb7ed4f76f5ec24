import type { Answer, Connection, RequestPlan } from './send.ts';
import type { TestEvents } from './testEvents.ts';

/** The part of the contract (`src/collector/README.md`) that a case is about. */
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

/** One request of the run and what came of it. */
export interface Exchange {
  readonly plan: RequestPlan;
  /** `undefined` when none came. */
  readonly answer: Answer | undefined;
}

export interface PostPlan extends RequestPlan {
  /** Laid over the query that the SDK sends; `undefined` leaves a parameter out. */
  readonly query?: Readonly<Record<string, string | undefined>> | undefined;
}

export interface CaseContext {
  /** Makes valid events with ids that no other run has. */
  readonly events: TestEvents;
  /** The page that the requests claim to come from. */
  readonly origin: string;
  /** Everything that was asked and answered in this run, in the order of the answers. */
  readonly exchanges: readonly Exchange[];
  /**
   * Sends a request as the SDK would, but for what the plan says. Waits as long as a 429 asks for and sends again.
   * @throws NoAnswer
   */
  send(plan: PostPlan): Promise<Answer>;
  /** Posts a batch. */
  post(events: readonly object[], plan?: PostPlan): Promise<Answer>;
  /** Asks for the history of a respondent; a string is sent as it is. */
  ask(question: unknown, plan?: PostPlan): Promise<Answer>;
  /** Opens a connection for several requests. Whoever opens it closes it. */
  connect(): Connection;
  /** As `send`, but takes a 429 for an answer. */
  sendImpatiently(plan: PostPlan): Promise<Answer>;
  /** Whether the tester allows to provoke the rate limit. */
  readonly mayHammer: boolean;
  /** Whether the tester says that there is a history. */
  readonly mayAskHistory: boolean;
  wait(ms: number): Promise<void>;
}

export interface ConformanceCase {
  /** `section.what`, for `--only` and for reports. */
  readonly id: string;
  /** What a conforming collector does. */
  readonly title: string;
  /** `must`: events are lost or counted twice without it. `should`: things work, but worse. */
  readonly requirement: 'must' | 'should';
  readonly section: Section;
  /**
   * @throws Mismatch saying what was expected and what came
   * @throws Skipped saying why there was nothing to see
   */
  run(context: CaseContext): Promise<void>;
}

/** The collector did something else. */
export class Mismatch extends Error {
  readonly expected: string;
  readonly came: string;
  constructor(expected: string, came: string) {
    super(`expected ${expected}, came ${came}`);
    this.name = 'Mismatch';
    this.expected = expected;
    this.came = came;
  }
}

/** There was nothing to see. */
export class Skipped extends Error {}
