/** Fills in the defaults of a survey in the short form, which has a score and a comment. `more/toNormalSurvey.ts` supports every form. */

import type { Question, Survey } from '../../schema/index.ts';
import { type CesVariant, isMetric, MAXIMA, polarityOf, type Variant } from '../../schema/instruments.ts';
import { bare } from './bare.ts';
import type { NormalQuestion, NormalSurvey } from './normalSurvey.ts';

/** Removes fields with the value `undefined`, so that they do not override a default. */
export const given = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]: Exclude<T[Key], undefined>;
  };

/** Fills in the defaults of a comment question, or of a scored question with the scale of its metric. */
export const toBaseQuestion = (question: Question): NormalQuestion => {
  if (question.type === 'text') {
    return bare({ id: 'comment', required: false, minLength: 0, maxLength: 1000, ...given(question) });
  }
  const { type } = question;
  const variant = (type === 'ces' ? (question.variant ?? 'ces2') : type) as Variant;
  return bare({
    id: type,
    style: 'number',
    required: true,
    min: type === 'nps' ? 0 : 1,
    max: MAXIMA[variant as CesVariant][0],
    polarity: polarityOf(variant as CesVariant),
    ...given(question),
    variant,
  }) as NormalQuestion;
};

/** The fields of a scored question that the short form has at the top level of a survey. */
type ShortForm = Extract<Survey, { metric: unknown }> &
  Partial<Omit<Extract<Question, { type: 'ces' }>, 'type' | 'id'>>;

/** Lists the questions of a survey in short form. */
export const toQuestions = (survey: Survey): readonly Question[] => {
  const { metric, followUp = true, variant, title, low, high, max, style, labels, icons } = survey as ShortForm;
  const scored = { type: metric, variant, title, low, high, max, style, labels, icons } as Question;
  return followUp ? [scored, { type: 'text', ...(followUp === true ? {} : followUp) }] : [scored];
};

/** The metrics whose surveys ask about one transaction: CSAT and CES. Any survey with a subject does so too. */
const isTransactional = (subject: string | undefined, questions: readonly NormalQuestion[]): boolean => {
  const metric = questions.map(({ type }) => type).find(isMetric);
  return subject !== undefined || metric === 'csat' || metric === 'ces';
};

/** Fills in all defaults of a survey except those of its questions. Returns a new object. */
export const fillIn = (
  survey: Survey,
  questions: readonly NormalQuestion[],
  placement: NormalSurvey['placement'] = 'bottom-end',
): NormalSurvey =>
  bare({
    version: 1,
    presentation: 'popover',
    placement,
    askLater: true,
    scope: isTransactional(survey.subject, questions) ? 'transactional' : 'relational',
    ...given(survey),
    questions,
  });

/** Fills in all defaults of a valid survey in the short form. */
export const toBaseSurvey = (survey: Survey): NormalSurvey => fillIn(survey, toQuestions(survey).map(toBaseQuestion));
