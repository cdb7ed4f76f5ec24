/** One respondent in one survey, in memory: what is known, what happens, and what can be done. `createSession` makes one. */
import type { Answer, Commit, DismissReason } from '../../schema/index.ts';
import type { Locale } from '../../schema/locale.ts';
import type { AnswerIssue } from './checkAnswer.ts';
import type { NormalSurvey } from './normalSurvey.ts';
import type { Asked } from './wording.ts';

export type InputMode = Commit['inputMode'];

/** What stands in the place of the questions at the end. */
export interface Ending {
  readonly thanks?: string | undefined;
  readonly link?: { readonly url: string; readonly label: string } | undefined;
}

export interface SessionState {
  readonly status: 'open' | 'completed' | 'dismissed' | 'snoozed';
  /** The questions on screen, in order. A follow-up joins when there is a score. */
  readonly questions: readonly Asked[];
  /** Scores as selected; a selection counts only when it is committed. */
  readonly scores: Readonly<Record<string, number>>;
  /** What was written, beside "Other" too. */
  readonly texts: Readonly<Record<string, string>>;
  /** Ids of the options that are chosen; of a consent that is given, `['given']`. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
  /** Which step is on screen, from 0. Each scored question after the first starts one. */
  readonly step: number;
  readonly steps: number;
  /** Once it is completed, if the survey has one for this respondent. */
  readonly ending?: Ending | undefined;
  /** What stands in the way of submitting, by question id. */
  readonly issues: Readonly<Record<string, AnswerIssue>>;
}

/** What happened. `drawn` changes only what is on screen; everything else is a fact for an event. */
export type SessionChange =
  | { type: 'drawn' }
  | { type: 'displayed' }
  | { type: 'viewed' }
  | { type: 'answered'; answer: Answer }
  | { type: 'skipped'; question: Asked }
  | { type: 'completed'; answers: readonly Answer[]; submitMs: number }
  | { type: 'dismissed'; reason: DismissReason; answeredCount: number }
  | { type: 'snoozed'; answeredCount: number }
  | { type: 'linkFollowed'; url: string; link: 'privacy' | 'ending' };

/** All that a session knows, as JSON: with it another page goes on where this one was. */
export interface SessionSnapshot {
  readonly state: SessionState;
  readonly touched: Readonly<Record<string, { inputMode: InputMode; firstAnswerMs: number }>>;
  readonly committed: Readonly<Record<string, Answer>>;
  /** What is said once only and has been. */
  readonly said: readonly string[];
  readonly elapsedMs: number;
}

export interface Session {
  /** In the language that is spoken, as far as it is translated. */
  readonly survey: NormalSurvey;
  readonly locale: Locale;
  state(): SessionState;
  snapshot(): SessionSnapshot;
  /** Calls back after every change. Returns what stops it. */
  subscribe(listener: (change: SessionChange, state: SessionState) => void): () => void;
  /** Says that the prompt is on the page. Only the first call counts. */
  display(): void;
  /** Says that at least half of it was in sight for a second. Only the first call counts. */
  view(): void;
  /** Chooses a score without committing it: an arrow key passes over scores that are not meant. */
  select(questionId: string, score: number, inputMode: InputMode): AnswerIssue | undefined;
  /** Commits what is selected; returns whether there was anything new to commit. */
  commit(questionId: string): boolean;
  /** Writes a comment, an e-mail address, or what "Other" is. */
  write(questionId: string, text: string, inputMode?: InputMode): void;
  /** Chooses options by their ids, all that are chosen; ids that are not offered are dropped. */
  choose(questionId: string, options: readonly string[], inputMode?: InputMode): void;
  /**
   * Checks everything on screen. Leaves an issue beside each question that needs one, goes to the next step, or completes;
   * returns whether it did one of the latter two.
   */
  submit(): boolean;
  /** Goes to the step before, if there is one. What was answered stays. */
  back(): void;
  /** Goes on in another language. What was answered stays. */
  speak(locale: Locale): void;
  dismiss(reason: DismissReason): void;
  snooze(): void;
  followLink(url: string, link: 'privacy' | 'ending'): void;
}

export interface SessionOptions {
  survey: NormalSurvey;
  locale: Locale;
  brand?: string | undefined;
  /** Milliseconds since any fixed moment. */
  now: () => number;
  /** Goes on where another session of the same survey was. */
  resumed?: SessionSnapshot | undefined;
  /** Chosen for the respondent, by a link say: nothing counts until they confirm it. */
  prefill?: number | undefined;
  /** Facts that wording may name as `{subject.id}`, `{properties.name}` or `{traits.name}`. */
  facts?: Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>> | undefined;
}
