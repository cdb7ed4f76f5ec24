import type { Question, Survey, TextQuestion } from '../../schema/index.ts';
import {
  type CesVariant,
  type Instrument,
  isMetric,
  MAXIMA,
  polarityOf,
  type Segment,
  type Variant,
} from '../../schema/instruments.ts';

/** A scored question with everything said that the definition left to defaults. */
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
  /** The segments it is asked in. @default all */
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
  /** Of what is written beside "Other", in code points. */
  readonly maxLength: number;
}

export interface NormalEmailQuestion extends Unscored {
  readonly type: 'email';
}

export interface NormalConsentQuestion extends Unscored {
  readonly type: 'consent';
  readonly title: string;
}

/** A question that has no score: a text, and what only the largest build knows. */
export type NormalUnscoredQuestion =
  | NormalTextQuestion
  | NormalChoiceQuestion
  | NormalEmailQuestion
  | NormalConsentQuestion;

export type NormalQuestion = NormalScaleQuestion | NormalUnscoredQuestion;

/** Says whether a question has a score. */
export const isScored = (question: NormalQuestion): question is NormalScaleQuestion => 'variant' in question;

/** The one form that everything behind the door reads; the short and the long form of a survey both become it. */
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

/** A field that was written as `undefined` was not written: it must not hide a default. */
const given = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]: Exclude<T[Key], undefined>;
  };

const toNormalQuestion = (question: Question): NormalQuestion => {
  if (question.type === 'text') {
    return { id: 'comment', required: false, minLength: 0, maxLength: 1000, ...given(question) };
  }
  const { type } = question;
  if (type === 'choice' || type === 'email' || type === 'consent') {
    const defaults = { id: type, required: false, multiple: false, other: false, maxLength: 1000 };
    return { ...defaults, ...given(question) } as NormalQuestion;
  }
  const variant = (type === 'ces' ? (question.variant ?? 'ces2') : type) as Variant;
  const scale = type !== 'rating' && {
    min: type === 'nps' ? 0 : 1,
    max: MAXIMA[variant as CesVariant][0] as number,
    polarity: polarityOf(variant as CesVariant),
  };
  return { id: type, style: 'number', required: true, ...scale, ...given(question), variant } as NormalScaleQuestion;
};

/** The place of presentations that do not stand in a corner. */
const PLACES: { readonly [presentation: string]: NormalSurvey['placement'] | undefined } = {
  banner: 'bottom',
  anchored: 'bottom',
  tab: 'end',
};

/** The fields of a scored question that the short form of a survey has at its top level. */
type ShortForm = Extract<Survey, { metric: unknown }> &
  Partial<Omit<Extract<Question, { type: 'ces' }>, 'type' | 'id'>>;

const toQuestions = (survey: Survey): readonly Question[] => {
  if ('questions' in survey) return survey.questions as readonly Question[];
  const { metric, followUp = true, variant, title, low, high, max, style, labels, icons } = survey as ShortForm;
  const scored = { type: metric, variant, title, low, high, max, style, labels, icons } as Question;
  return followUp ? [scored, { type: 'text', ...(followUp === true ? {} : followUp) }] : [scored];
};

/** CSAT and CES are about one transaction, as is whatever has a subject. */
const isTransactional = (subject: string | undefined, questions: readonly Question[]): boolean => {
  const metric = questions.map(({ type }) => type).find(isMetric);
  return subject !== undefined || metric === 'csat' || metric === 'ces';
};

/** Fills in every default of a valid survey. Returns fresh objects. */
export const toNormalSurvey = (written: Survey): NormalSurvey => {
  const survey = given(written);
  const questions = toQuestions(survey as Survey);
  return {
    version: 1,
    presentation: 'popover',
    placement: PLACES[`${survey.presentation}`] ?? 'bottom-end',
    askLater: true,
    scope: isTransactional(survey.subject, questions) ? 'transactional' : 'relational',
    ...survey,
    questions: questions.map(toNormalQuestion),
  };
};
