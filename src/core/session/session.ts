/** One respondent answering one survey, in memory: its state, its events and its actions. `createSession` creates it. */
import type { Answer, DismissReason } from '../../schema/index.ts';
import type { Locale } from '../../schema/locale.ts';
import type { Asked } from './asked.ts';
import type { AnswerIssue } from './checkAnswer.ts';
import type { Placeholders, SessionExtras } from './extras.ts';
import type { NormalSurvey } from './normalSurvey.ts';
import type { InputMode, SessionSnapshot, SessionState } from './sessionState.ts';

/** A change of the session. `drawn` only updates the screen; every other change is posted as an event. */
export type SessionChange =
  | { type: 'drawn'; inputMode?: InputMode | undefined }
  | { type: 'displayed' }
  | { type: 'viewed' }
  | { type: 'answered'; answer: Answer }
  | { type: 'skipped'; question: Asked }
  | { type: 'completed'; answers: readonly Answer[]; submitMs: number }
  | { type: 'dismissed'; reason: DismissReason; answeredCount: number }
  | { type: 'snoozed'; answeredCount: number }
  | { type: 'linkFollowed'; url: string; link: 'privacy' | 'ending' };

export interface Session {
  /** The survey with all existing translations into the current language. */
  readonly survey: NormalSurvey;
  readonly locale: Locale;
  state(): SessionState;
  snapshot(): SessionSnapshot;
  /** Adds a listener that is called after every change. Returns a function that removes it. */
  subscribe(listener: (change: SessionChange, state: SessionState) => void): () => void;
  /** Records that the prompt is on the page. Only the first call has an effect. */
  display(): void;
  /** Records that at least half of the prompt was visible for a second. Only the first call has an effect. */
  view(): void;
  /** Selects a score without committing it, because arrow keys pass over scores that the respondent does not mean to choose. */
  select(questionId: string, score: number, inputMode: InputMode): AnswerIssue | undefined;
  /** Commits the selected score. Returns true when it differs from the last committed score. */
  commit(questionId: string): boolean;
  /** Sets a comment, an email address, or the text in the field "Other". */
  write(questionId: string, text: string, inputMode?: InputMode): void;
  /** Sets the selected options by their ids. Unknown ids are dropped. */
  choose(questionId: string, options: readonly string[], inputMode?: InputMode): void;
  /**
   * Checks all questions on screen and adds an issue to each invalid one. When there is none, goes to the next step or completes the
   * survey, and returns true.
   */
  submit(): boolean;
  /** Goes to the previous step, if there is one. The answers are kept. */
  back(): void;
  /** Switches the session to another language. The answers are kept. */
  speak(locale: Locale): void;
  dismiss(reason: DismissReason): void;
  snooze(): void;
  followLink(url: string, link: 'privacy' | 'ending'): void;
}

export interface SessionOptions {
  survey: NormalSurvey;
  locale: Locale;
  brand?: string | undefined;
  /** Returns milliseconds since any fixed point in time. */
  now: () => number;
  /** The state of another session of the same survey, from which this session continues. */
  resumed?: SessionSnapshot | undefined;
  /** A score that is preselected for the respondent, for example by a link. It counts only after the respondent confirms it. */
  prefill?: number | undefined;
  /** Values for the placeholders `{subject.id}`, `{properties.name}` and `{traits.name}`. */
  placeholders?: Placeholders | undefined;
  /**
   * The session features to use.
   * @default one step with a score and a comment
   */
  extras?: SessionExtras | undefined;
}
