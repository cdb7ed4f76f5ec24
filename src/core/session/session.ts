/** One respondent in one survey, in memory: what is known, what happens, and what can be done. `createSession` makes one. */
import type { Answer, DismissReason } from '../../schema/index.ts';
import type { Locale } from '../../schema/locale.ts';
import type { Asked } from './asked.ts';
import type { AnswerIssue } from './checkAnswer.ts';
import type { Placeholders, SessionExtras } from './extras.ts';
import type { NormalSurvey } from './normalSurvey.ts';
import type { InputMode, SessionSnapshot, SessionState } from './sessionState.ts';

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
  /** Values that a wording may name as `{subject.id}`, `{properties.name}` or `{traits.name}`. */
  placeholders?: Placeholders | undefined;
  /** @default one step of scored questions and comments */
  extras?: SessionExtras | undefined;
}
