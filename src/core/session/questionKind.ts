/** What a session must know of a type of question. One file for each kind implements it. */
import type { Answer, Commit, Segment } from '../../schema/index.ts';
import type { Locale } from '../../schema/locale.ts';
import type { Asked } from './asked.ts';
import type { AnswerIssue } from './checkAnswer.ts';
import type { NormalQuestion, NormalScaleQuestion, NormalSurvey } from './normalSurvey.ts';

type Type = NormalQuestion['type'];
type QuestionOf<T extends Type> = Extract<NormalQuestion, { type: T }>;
export type AskedOf<T extends Type> = Extract<Asked, { type: T }>;

/** What a respondent has entered. */
export interface Replies {
  /** Scores as selected, by question id; a selection counts only when it is committed. */
  readonly scores: Readonly<Record<string, number>>;
  /** By question id: a comment, an address, or the text beside "Other". */
  readonly texts: Readonly<Record<string, string>>;
  /** By question id: ids of the options that are chosen; `['given']` for a consent that is given. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
}

/** What the wording of a question depends on. */
export interface WordingContext {
  readonly locale: Locale;
  readonly brand: string | undefined;
  /** Of the score before the question. */
  readonly segment: Segment | undefined;
}

export interface QuestionKind<T extends Type = Type> {
  /** Words the question: in the survey's own words, else in the locale's. */
  ask(question: QuestionOf<T>, context: WordingContext): AskedOf<T>;
  /** Returns true when anything was entered. White space is no text. */
  isAnswered(question: QuestionOf<T>, replies: Replies): boolean;
  /** Checks what was entered. */
  check(question: QuestionOf<T>, replies: Replies): AnswerIssue | undefined;
  /** Turns what was entered into the answer that is posted. `segment` is that of the score at this moment. */
  toAnswer(
    question: AskedOf<T>,
    replies: Replies,
    commit: Commit,
    context: { readonly survey: NormalSurvey; readonly locale: Locale; readonly segment: Segment | undefined },
  ): Answer;
  /** Returns which of the given options become the choice; absent where nothing is chosen. */
  choose?(question: QuestionOf<T>, options: readonly string[]): readonly string[];
}

type ScoredType = NormalScaleQuestion['type'];

/** The kinds that a session knows, by question type. All scored types are of one kind. */
export type QuestionKinds = { readonly [T in Type]?: QuestionKind<T extends ScoredType ? ScoredType : T> };

/** Returns the kind of a question. A type that is not in the table needs the extras: the definition's needs say so. */
export const kindOf = ({ type }: NormalQuestion, kinds: QuestionKinds): QuestionKind =>
  // A kind is only ever given questions of its own type.
  kinds[type] as QuestionKind;
