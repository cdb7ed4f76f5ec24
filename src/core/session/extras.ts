import type { Answer, Segment, Survey } from '../../schema/index.ts';
import type { Asked } from './asked.ts';
import type { NormalQuestion, NormalSurvey } from './normalSurvey.ts';
import type { QuestionKinds } from './questionKind.ts';
import type { Ending, SessionState } from './sessionState.ts';

/** The host's values for placeholders, by group: `{subject.id}`, `{properties.name}`, `{traits.name}`. */
export type Placeholders = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

/** The data of a session at one moment. */
export interface Known {
  readonly state: SessionState;
  readonly committed: Readonly<Record<string, Answer>>;
  readonly placeholders: Placeholders | undefined;
}

/**
 * The features of a session. `baseExtras` supports one step of scored questions and comments. `more/sessionExtras` adds the other
 * features.
 */
export interface SessionExtras {
  readonly kinds: QuestionKinds;
  /** Fills in all defaults of a survey, with the wording of the drawn variant. */
  toNormal(survey: Survey, variantId?: string): NormalSurvey;
  /** Translates a survey into the language of a tag. Strings without a translation stay as they are. */
  translate(survey: NormalSurvey, tag: string): NormalSurvey;
  /** Groups questions into steps and leaves out those that are not asked after these scores. */
  toSteps(questions: readonly NormalQuestion[], scores: SessionState['scores']): readonly (readonly NormalQuestion[])[];
  /** Returns a question with the wording that the respondent answered on an earlier step, in this language; else undefined. */
  findAsked(question: NormalQuestion, known: Known, tag: string): Asked | undefined;
  /** Fills the placeholders of a question's title. */
  pipe(question: Asked, known: Known): Asked;
  /** Returns the thanks and the link of the ending for a segment. */
  toEnding(survey: NormalSurvey, segment: Segment | undefined, brand: string | undefined, known: Known): Ending;
}
