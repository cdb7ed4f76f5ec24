import type { Question, Survey, TextQuestion } from '../../schema/index.ts';
import {
  type CesVariant,
  type Instrument,
  MAXIMA,
  polarityOf,
  type Segment,
  type Variant,
} from '../../schema/instruments.ts';
import { EVERYTHING, MORE } from './more.ts';

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
  if (EVERYTHING && (type === 'choice' || type === 'email' || type === 'consent')) {
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

/** Where what is no popover stands. */
const PLACES: { readonly [presentation: string]: NormalSurvey['placement'] | undefined } = {
  banner: 'bottom',
  anchored: 'bottom',
  tab: 'end',
};

/** Says everything that a valid survey left to defaults. Returns fresh objects. */
export const toNormalSurvey = (written: Survey): NormalSurvey => {
  const survey = given(written);
  let questions: Question[];
  if (MORE && 'questions' in survey) questions = survey.questions as Question[];
  else {
    const {
      metric,
      variant,
      followUp = true,
      title,
      low,
      high,
      max,
      style,
      labels,
      icons,
    } = survey as Exclude<Survey, { questions: unknown }> & {
      variant?: CesVariant;
      labels?: string[];
      icons?: string[];
    };
    questions = [{ type: metric, variant, title, low, high, max, style, labels, icons } as Question];
    if (followUp) questions.push({ type: 'text', ...(followUp as object) });
  }
  const scored = MORE && questions.find(({ type }) => /^(nps|csat|ces|rating)$/.test(type));
  const once = survey.subject ?? (scored && /^c/.test(scored.type));
  return {
    version: 1,
    presentation: 'popover',
    placement: (MORE && PLACES[`${survey.presentation}`]) || 'bottom-end',
    askLater: true,
    scope: once ? 'transactional' : 'relational',
    ...survey,
    questions: questions.map(toNormalQuestion),
  };
};
