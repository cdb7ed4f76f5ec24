import type { Answer, Commit } from '../../schema/index.ts';
import type { Asked } from './asked.ts';
import type { AnswerIssue } from './checkAnswer.ts';
import type { Replies } from './questionKind.ts';

export type InputMode = Commit['inputMode'];

/** The texts that replace the questions at the end of a survey. */
export interface Ending {
  readonly thanks?: string | undefined;
  readonly link?: { readonly url: string; readonly label: string } | undefined;
}

export interface SessionState extends Replies {
  readonly status: 'open' | 'completed' | 'dismissed' | 'snoozed';
  /** The questions on screen, in order. A follow-up question is included once there is a score. */
  readonly questions: readonly Asked[];
  /** The index of the step on screen, starting at 0. Each scored question after the first starts a step. */
  readonly step: number;
  readonly steps: number;
  /** The ending for this respondent, once the survey is completed; undefined when no ending applies. */
  readonly ending?: Ending | undefined;
  /** The issues that prevent submitting, by question id. */
  readonly issues: Readonly<Record<string, AnswerIssue | undefined>>;
}

/** The full state of a session as JSON, from which another page can continue. */
export interface SessionSnapshot {
  readonly state: SessionState;
  readonly touched: Readonly<Record<string, { inputMode: InputMode; firstAnswerMs: number }>>;
  readonly committed: Readonly<Record<string, Answer>>;
  /** The emitted events of those types that are emitted only once. */
  readonly said: readonly string[];
  readonly elapsedMs: number;
}
