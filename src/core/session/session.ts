/** One respondent answering one survey, in memory: its state, its events and its actions. `createSession` creates it. */
import type { Answer, DismissReason } from '../../schema/index.ts';
import type { Locale } from '../../schema/locale.ts';
import type { Asked } from './asked.ts';
import type { AnswerIssue } from './checkAnswer.ts';
import type { Placeholders, SessionExtras } from './extras.ts';
import type { NormalSurvey } from './normalSurvey.ts';
import type { InputMode, SessionSnapshot, SessionState } from './sessionState.ts';

/** A change of the session. `drawn` changes only what is on screen; every other change leads to an event. */
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

export interface Session {
  /** The survey in the current language, as far as it is translated. */
  readonly survey: NormalSurvey;
  readonly locale: Locale;
  state(): SessionState;
  snapshot(): SessionSnapshot;
  /** Calls back after every change. Returns a function that stops this. */
  subscribe(listener: (change: SessionChange, state: SessionState) => void): () => void;
  /** Records that the prompt is on the page. Only the first call counts. */
  display(): void;
  /** Records that at least half of the prompt was visible for a second. Only the first call counts. */
  view(): void;
  /** Selects a score without committing it, because arrow keys pass over scores that the respondent does not mean. */
  select(questionId: string, score: number, inputMode: InputMode): AnswerIssue | undefined;
  /** Commits the selected score. Returns true when there was something new to commit. */
  commit(questionId: string): boolean;
  /** Sets a comment, an email address, or the text of "Other". */
  write(questionId: string, text: string, inputMode?: InputMode): void;
  /** Sets the selected options by their ids. Unknown ids are dropped. */
  choose(questionId: string, options: readonly string[], inputMode?: InputMode): void;
  /**
   * Checks all questions on screen. Adds an issue to each invalid one; if there is none, goes to the next step or completes the survey.
   * Returns true in the second case.
   */
  submit(): boolean;
  /** Goes to the previous step, if there is one. The answers stay. */
  back(): void;
  /** Switches to another language. The answers stay. */
  speak(locale: Locale): void;
  dismiss(reason: DismissReason): void;
  snooze(): void;
  followLink(url: string, link: 'privacy' | 'ending'): void;
}

export interface SessionOptions {
  survey: NormalSurvey;
  locale: Locale;
  brand?: string | undefined;
  /** Returns milliseconds since any fixed time. */
  now: () => number;
  /** Continues from the state of another session of the same survey. */
  resumed?: SessionSnapshot | undefined;
  /** A score selected for the respondent, for example by a link. It does not count until the respondent confirms it. */
  prefill?: number | undefined;
  /** Values for the placeholders `{subject.id}`, `{properties.name}` and `{traits.name}`. */
  placeholders?: Placeholders | undefined;
  /** @default one step of scored questions and comments */
  extras?: SessionExtras | undefined;
}
