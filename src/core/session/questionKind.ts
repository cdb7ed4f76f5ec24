/** What a session must know of a question without a score. One file for each type implements it. */
import type { Answer, Commit, Segment } from '../../schema/index.ts';
import type { Locale } from '../../schema/locale.ts';
import type { Asked } from './asked.ts';
import type { AnswerIssue } from './checkAnswer.ts';
import type { NormalUnscoredQuestion } from './normalSurvey.ts';

type Type = NormalUnscoredQuestion['type'];
type QuestionOf<T extends Type> = Extract<NormalUnscoredQuestion, { type: T }>;
export type AskedOf<T extends Type> = Extract<Asked, { type: T }>;

/** What a respondent has entered. */
export interface Replies {
  /** By question id: a comment, an address, or the text beside "Other". */
  readonly texts: Readonly<Record<string, string>>;
  /** By question id: ids of the options that are chosen; `['given']` for a consent that is given. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
}

export interface QuestionKind<T extends Type = Type> {
  /** Returns the title in the survey's own words, or the locale's. */
  title(question: QuestionOf<T>, locale: Locale, segment: Segment | undefined): string;
  /** Returns the wording beside the title that the wording id covers. */
  words(question: QuestionOf<T>): readonly string[];
  /** Whether anything was entered. Text of nothing but white space is not. */
  isAnswered(question: QuestionOf<T>, replies: Replies): boolean;
  /** Checks what was entered. */
  check(question: QuestionOf<T>, replies: Replies): AnswerIssue | undefined;
  /** Turns what was entered into the answer that is posted. `segment` is that of the score by now. */
  toAnswer(
    question: AskedOf<T>,
    replies: Replies,
    commit: Commit,
    context: { readonly locale: Locale; readonly segment: Segment | undefined },
  ): Answer;
  /** Lists the ids that may be chosen; absent where nothing is chosen. */
  optionIds?(question: QuestionOf<T>): readonly string[];
  /** Whether at most one of them may be chosen. */
  isExclusive?(question: QuestionOf<T>): boolean;
}

/** The kinds that a session knows, by question type. */
export type QuestionKinds = { readonly [T in Type]?: QuestionKind<T> };
