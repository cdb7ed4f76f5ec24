import type { Answer, Segment, Survey } from '../../schema/index.ts';
import type { Asked } from './asked.ts';
import type { NormalQuestion, NormalSurvey } from './normalSurvey.ts';
import type { QuestionKinds } from './questionKind.ts';
import type { Ending, SessionState } from './sessionState.ts';

/** Values of the host that a wording may name, by group: `{subject.id}`, `{properties.name}`, `{traits.name}`. */
export type Placeholders = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

/** What a session knows at one moment. */
export interface Known {
  readonly state: SessionState;
  readonly committed: Readonly<Record<string, Answer>>;
  readonly placeholders: Placeholders | undefined;
}

/**
 * What a session can do with its survey. `baseExtras` is for one step of scored questions and comments; `more/sessionExtras` adds the
 * rest.
 */
export interface SessionExtras {
  readonly kinds: QuestionKinds;
  /** Fills in every default of a survey, in the words of the variant that was drawn. */
  toNormal(survey: Survey, variantId?: string): NormalSurvey;
  /** Translates a survey into the language of a tag, as far as the survey has translations. */
  translate(survey: NormalSurvey, tag: string): NormalSurvey;
  /** Groups questions into steps; leaves out those that are not asked after these scores. */
  toSteps(questions: readonly NormalQuestion[], scores: SessionState['scores']): readonly (readonly NormalQuestion[])[];
  /** Returns a question as it was asked before in this language, if it was. */
  findAsked(question: NormalQuestion, known: Known, tag: string): Asked | undefined;
  /** Fills the placeholders of a question's title. */
  pipe(question: Asked, known: Known): Asked;
  /** Returns the thanks and the link of the segment's ending. */
  toEnding(survey: NormalSurvey, segment: Segment | undefined, brand: string | undefined, known: Known): Ending;
}
