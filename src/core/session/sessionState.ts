import type { Answer, Commit } from '../../schema/index.ts';
import type { Asked } from './asked.ts';
import type { AnswerIssue } from './checkAnswer.ts';
import type { Replies } from './questionKind.ts';

export type InputMode = Commit['inputMode'];

/** What stands in the place of the questions at the end. */
export interface Ending {
  readonly thanks?: string | undefined;
  readonly link?: { readonly url: string; readonly label: string } | undefined;
}

export interface SessionState extends Replies {
  readonly status: 'open' | 'completed' | 'dismissed' | 'snoozed';
  /** The questions on screen, in order. A follow-up joins when there is a score. */
  readonly questions: readonly Asked[];
  /** Which step is on screen, from 0. Each scored question after the first starts one. */
  readonly step: number;
  readonly steps: number;
  /** Once it is completed, if the survey has one for this respondent. */
  readonly ending?: Ending | undefined;
  /** What stands in the way of submitting, by question id. */
  readonly issues: Readonly<Record<string, AnswerIssue>>;
}

/** All that a session knows, as JSON: with it another page goes on where this one was. */
export interface SessionSnapshot {
  readonly state: SessionState;
  readonly touched: Readonly<Record<string, { inputMode: InputMode; firstAnswerMs: number }>>;
  readonly committed: Readonly<Record<string, Answer>>;
  /** What is said once only and has been. */
  readonly said: readonly string[];
  readonly elapsedMs: number;
}
