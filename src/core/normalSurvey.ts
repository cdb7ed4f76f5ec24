import type { Question, Survey, TextQuestion, Trigger } from '../schema/index.ts';
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
  readonly trigger: Trigger;
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

const toNormalQuestion = (question: Question): NormalQuestion => {
  const { type, title } = question;
  if (type === 'text') {
    const { id = 'comment', titleBySegment, required = false, minLength = 0, maxLength = 1000 } = question;
    return { id, type, required, title, titleBySegment, minLength, maxLength };
  }
  const variant: Variant = type === 'ces' ? (question.variant ?? 'ces2') : type;
  const { id = type, low, high, required = true, style = 'number' } = question;
  const labels = 'labels' in question ? question.labels : undefined;
  const scale =
    type === 'rating'
      ? { min: question.min, max: question.max, polarity: question.polarity }
      : {
          min: variant === 'nps' ? 0 : 1,
          max: question.max ?? (MAXIMA[variant as CesVariant][0] as number),
          polarity: polarityOf(variant as CesVariant),
        };
  return { id, type, variant, ...scale, style, required, title, low, high, labels };
};

/** Says everything that a valid survey left to defaults. Returns fresh objects. */
export const toNormalSurvey = (survey: Survey): NormalSurvey => {
  let questions: Question[];
  if ('metric' in survey) {
    const { metric, followUp = true, title, low, high, min, max, style } = survey;
    const labels = 'labels' in survey ? survey.labels : undefined;
    const variant = 'variant' in survey ? survey.variant : undefined;
    questions = [{ type: metric, title, low, high, min, max, style, labels, variant } as Question];
    if (followUp) questions.push({ type: 'text', ...(followUp === true ? {} : followUp) });
  } else {
    questions = survey.questions;
  }
  const { id, version = 1, trigger = 'load', subject, touchpoint, target, brand, thanks, privacyUrl } = survey;
  const { presentation = 'popover', placement = 'bottom-end', askLater = true } = survey;
  const first = (questions[0] as Question).type;
  const scope = survey.scope ?? (subject || first === 'csat' || first === 'ces' ? 'transactional' : 'relational');
  return {
    id,
    version,
    questions: questions.map(toNormalQuestion),
    trigger,
    subject,
    scope,
    touchpoint,
    presentation,
    placement,
    target,
    brand,
    thanks,
    privacyUrl,
    askLater,
  };
};
