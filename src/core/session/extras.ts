import type { Answer, Segment } from '../../schema/index.ts';
import type { NormalSurvey } from './normalSurvey.ts';
import type { QuestionKinds } from './questionKind.ts';
import type { Ending, SessionState } from './sessionState.ts';

/** Values of the host that a wording may name, by group: `{subject.id}`, `{properties.name}`, `{traits.name}`. */
export type Placeholders = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

/** What placeholders in a wording may name. */
export interface Known {
  readonly state: SessionState;
  readonly committed: Readonly<Record<string, Answer>>;
  readonly placeholders: Placeholders | undefined;
}

/** What a session can do beyond scored questions and a comment. */
export interface SessionExtras {
  readonly kinds: QuestionKinds;
  /** Says a survey in the language of a tag, as far as it is translated. */
  translate(survey: NormalSurvey, tag: string): NormalSurvey;
  /** Fills the placeholders of a wording. */
  pipe(text: string, known: Known): string;
  /** Returns the thanks and the link of the segment's ending. */
  toEnding(survey: NormalSurvey, segment: Segment | undefined, brand: string | undefined, known: Known): Ending;
}
