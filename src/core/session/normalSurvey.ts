import type { Survey, TextQuestion } from '../../schema/index.ts';
import type { Instrument, Segment } from '../../schema/instruments.ts';

/** A scored question with all defaults filled in. */
export interface NormalScaleQuestion extends Instrument {
  readonly id: string;
  readonly type: 'nps' | 'csat' | 'ces' | 'rating';
  readonly style: 'number' | 'label' | 'star' | 'emoji' | 'thumb';
  readonly required: boolean;
  readonly title?: string | undefined;
  readonly low?: string | undefined;
  readonly high?: string | undefined;
  readonly labels?: readonly string[] | undefined;
  readonly icons?: readonly string[] | undefined;
}

interface Unscored {
  readonly id: string;
  readonly required: boolean;
  readonly title?: string | undefined;
  /**
   * The score segments that are asked this question.
   * @default all
   */
  readonly segments?: readonly Segment[] | undefined;
}

export interface NormalTextQuestion extends Unscored {
  readonly type: 'text';
  readonly titleBySegment?: TextQuestion['titleBySegment'];
  readonly minLength: number;
  readonly maxLength: number;
}

export interface NormalChoiceQuestion extends Unscored {
  readonly type: 'choice';
  readonly title: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly multiple: boolean;
  readonly other: boolean;
  /** The maximum length of the text in the field "Other", in code points. */
  readonly maxLength: number;
}

export interface NormalEmailQuestion extends Unscored {
  readonly type: 'email';
}

export interface NormalConsentQuestion extends Unscored {
  readonly type: 'consent';
  readonly title: string;
}

/** A question without a score: a text question, or a type that needs the optional `extras` chunk. */
export type NormalUnscoredQuestion =
  | NormalTextQuestion
  | NormalChoiceQuestion
  | NormalEmailQuestion
  | NormalConsentQuestion;

export type NormalQuestion = NormalScaleQuestion | NormalUnscoredQuestion;

/** Returns true when a question has a score. */
export const isScored = (question: NormalQuestion): question is NormalScaleQuestion =>
  Object.hasOwn(question, 'variant');

/** The normal form of a survey. The short and the long form are both converted to it, and all other code reads only this form. */
export interface NormalSurvey {
  readonly id: string;
  readonly version: number;
  readonly questions: readonly NormalQuestion[];
  readonly subject?: string | undefined;
  readonly scope: 'relational' | 'transactional';
  readonly touchpoint?: Survey['touchpoint'];
  readonly group?: string | undefined;
  readonly presentation: NonNullable<Survey['presentation']>;
  readonly placement: NonNullable<Survey['placement']>;
  readonly offset?: Survey['offset'];
  readonly target?: string | undefined;
  readonly brand?: string | undefined;
  readonly thanks?: string | undefined;
  readonly endings?: Survey['endings'];
  readonly closeAfter?: string | undefined;
  readonly translations?: Survey['translations'];
  readonly privacyUrl?: string | undefined;
  readonly askLater: boolean;
}
