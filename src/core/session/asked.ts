import type { AskedQuestion, AskedScale, Segment } from '../../schema/index.ts';
import type {
  NormalChoiceQuestion,
  NormalConsentQuestion,
  NormalEmailQuestion,
  NormalScaleQuestion,
  NormalTextQuestion,
} from './normalSurvey.ts';

/** A question ready for the prompt: its definition and its wording. */
export interface AskedScaleQuestion extends NormalScaleQuestion {
  readonly asked: AskedQuestion;
  readonly scale: AskedScale;
}
export interface AskedAfter {
  readonly asked: AskedQuestion;
  /** The segment of the score that selected the wording. */
  readonly segment: Segment | undefined;
}
export type AskedTextQuestion = NormalTextQuestion & AskedAfter;
export type AskedChoiceQuestion = NormalChoiceQuestion & AskedAfter;
export type AskedEmailQuestion = NormalEmailQuestion & AskedAfter;
export type AskedConsentQuestion = NormalConsentQuestion & AskedAfter;
export type AskedUnscored = AskedTextQuestion | AskedChoiceQuestion | AskedEmailQuestion | AskedConsentQuestion;
export type Asked = AskedScaleQuestion | AskedUnscored;
