import type { Answer, Segment, Survey } from '../../schema/index.ts';
import type { Asked } from './asked.ts';
import type { NormalQuestion, NormalSurvey } from './normalSurvey.ts';
import type { QuestionKinds } from './questionKind.ts';
import type { Ending, SessionState } from './sessionState.ts';

/** The host page's values for placeholders, by group: `{subject.id}`, `{properties.name}`, `{traits.name}`. */
export type Placeholders = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

/** The data of a session at one point in time. */
export interface Known {
  readonly state: SessionState;
  readonly committed: Readonly<Record<string, Answer>>;
  readonly placeholders: Placeholders | undefined;
}

/**
 * The interface for the session features. `baseExtras` supports one step with a score and a comment. `more/sessionExtras` supports all
 * features.
 */
export interface SessionExtras {
  readonly kinds: QuestionKinds;
  /** Fills in all defaults of a survey, with the wording of the drawn experiment variant. */
  toNormal(survey: Survey, variantId?: string): NormalSurvey;
  /** Translates a survey into the language of a language tag. Strings without a translation do not change. */
  translate(survey: NormalSurvey, tag: string): NormalSurvey;
  /** Groups the questions of a survey into steps and leaves out those that are not asked after the given scores. */
  toSteps(questions: readonly NormalQuestion[], scores: SessionState['scores']): readonly (readonly NormalQuestion[])[];
  /**
   * Returns a question of an earlier step in the current language, with the wording that the respondent answered. Returns undefined when
   * there is none.
   */
  findAsked(question: NormalQuestion, known: Known, tag: string): Asked | undefined;
  /** Fills in the placeholders of a question's title. */
  pipe(question: Asked, known: Known): Asked;
  /** Returns the thanks and the link of the ending for a score segment. */
  toEnding(survey: NormalSurvey, segment: Segment | undefined, brand: string | undefined, known: Known): Ending;
}
