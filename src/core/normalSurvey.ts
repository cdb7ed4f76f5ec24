import type { Question, Survey, TextQuestion } from '../schema/index.ts';
import { type CesVariant, type Instrument, MAXIMA, polarityOf, type Variant } from '../schema/instruments.ts';

/** A scored question with everything said that the definition left to defaults. */
export interface NormalScaleQuestion extends Instrument {
  readonly id: string;
  readonly type: 'nps' | 'csat' | 'ces' | 'rating';
  readonly style: 'number' | 'label';
  readonly required: boolean;
  readonly title?: string | undefined;
  readonly low?: string | undefined;
  readonly high?: string | undefined;
  readonly labels?: readonly string[] | undefined;
}

export interface NormalTextQuestion {
  readonly id: string;
  readonly type: 'text';
  readonly required: boolean;
  readonly title?: string | undefined;
  readonly titleBySegment?: TextQuestion['titleBySegment'];
  readonly minLength: number;
  readonly maxLength: number;
}

export type NormalQuestion = NormalScaleQuestion | NormalTextQuestion;

/** The one form that everything behind the door reads; the short and the long form of a survey both become it. */
export interface NormalSurvey {
  readonly id: string;
  readonly version: number;
  readonly questions: readonly NormalQuestion[];
  readonly subject?: string | undefined;
  readonly scope: 'relational' | 'transactional';
  readonly touchpoint?: Survey['touchpoint'];
  readonly presentation: 'popover' | 'inline';
  readonly placement: NonNullable<Survey['placement']>;
  readonly target?: string | undefined;
  readonly brand?: string | undefined;
  readonly thanks?: string | undefined;
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
  const variant: Variant = type === 'ces' ? (question.variant ?? 'ces2') : type;
  const scale = type !== 'rating' && {
    min: type === 'nps' ? 0 : 1,
    max: MAXIMA[variant as CesVariant][0] as number,
    polarity: polarityOf(variant as CesVariant),
  };
  return { id: type, style: 'number', required: true, ...scale, ...given(question), variant } as NormalScaleQuestion;
};

/** Says everything that a valid survey left to defaults. Returns fresh objects. */
export const toNormalSurvey = (written: Survey): NormalSurvey => {
  const survey = given(written);
  let questions: Question[];
  if ('metric' in survey) {
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
    } = survey as typeof survey & {
      variant?: CesVariant;
      labels?: string[];
    };
    questions = [{ type: metric, variant, title, low, high, max, style, labels } as Question];
    if (followUp) questions.push({ type: 'text', ...(followUp as object) });
  } else {
    questions = survey.questions;
  }
  const once = survey.subject ?? /csat|ces/.test((questions[0] as Question).type);
  return {
    version: 1,
    presentation: 'popover',
    placement: 'bottom-end',
    askLater: true,
    scope: once ? 'transactional' : 'relational',
    ...survey,
    questions: questions.map(toNormalQuestion),
  };
};
