/** The interface of a question type in a session. Each question type implements it in its own file. */
import type { Answer, Commit, Segment } from '../../schema/index.ts';
import type { Locale } from '../../schema/locale.ts';
import type { Asked } from './asked.ts';
import type { AnswerIssue } from './checkAnswer.ts';
import type { NormalQuestion, NormalScaleQuestion, NormalSurvey } from './normalSurvey.ts';

type Type = NormalQuestion['type'];
type QuestionOf<T extends Type> = Extract<NormalQuestion, { type: T }>;
export type AskedOf<T extends Type> = Extract<Asked, { type: T }>;

/** The respondent's current entries. */
export interface Replies {
  /** The selected scores by question id. A selection counts only after it is committed. */
  readonly scores: Readonly<Record<string, number>>;
  /** Texts by question id: a comment, an email address, or the text of "Other". */
  readonly texts: Readonly<Record<string, string>>;
  /** The ids of the selected options by question id; `['given']` for a consent that is given. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
}

/** The facts that the wording of a question depends on. */
export interface WordingContext {
  readonly locale: Locale;
  readonly brand: string | undefined;
  /** The segment of the score that precedes the question. */
  readonly segment: Segment | undefined;
}

export interface QuestionKind<T extends Type = Type> {
  /** Returns the wording of the question: the survey's own wording, or else that of the locale. */
  ask(question: QuestionOf<T>, context: WordingContext): AskedOf<T>;
  /** Returns true when the respondent has entered something. White space does not count. */
  isAnswered(question: QuestionOf<T>, replies: Replies): boolean;
  /** Checks the respondent's entry and returns the issue, if any. */
  check(question: QuestionOf<T>, replies: Replies): AnswerIssue | undefined;
  /** Converts the respondent's entry to the answer that is posted. `segment` is the segment of the current score. */
  toAnswer(
    question: AskedOf<T>,
    replies: Replies,
    commit: Commit,
    context: { readonly survey: NormalSurvey; readonly locale: Locale; readonly segment: Segment | undefined },
  ): Answer;
  /** Returns those of the given option ids that are valid; undefined when none is. */
  choose?(question: QuestionOf<T>, options: readonly string[]): readonly string[];
}

type ScoredType = NormalScaleQuestion['type'];

/** The implementations by question type. All scored types share one implementation. */
export type QuestionKinds = { readonly [T in Type]?: QuestionKind<T extends ScoredType ? ScoredType : T> };

/**
 * Returns the implementation of a question's type. A type that is missing in the table needs the optional `extras` chunk, which the client
 * fetches for such a definition.
 */
export const kindOf = ({ type }: NormalQuestion, kinds: QuestionKinds): QuestionKind =>
  // An implementation receives only questions of its own type.
  kinds[type] as QuestionKind;
