import type { Question, Survey } from '../../../schema/index.ts';
import { bare } from '../bare.ts';
import type { NormalQuestion, NormalSurvey } from '../normalSurvey.ts';
import { fillIn, given, toBaseQuestion, toQuestions } from '../toBaseSurvey.ts';

const toNormalQuestion = (question: Question): NormalQuestion => {
  const { type } = question;
  if (type === 'choice' || type === 'email' || type === 'consent') {
    const defaults = { id: type, required: false, multiple: false, other: false, maxLength: 1000 };
    return bare({ ...defaults, ...given(question) }) as NormalQuestion;
  }
  if (type === 'rating') {
    return bare({ id: type, style: 'number', required: true, ...given(question), variant: type }) as NormalQuestion;
  }
  return toBaseQuestion(question);
};

/** The default placement of each presentation that is not in a corner. */
const PLACES: { readonly [presentation: string]: NormalSurvey['placement'] | undefined } = {
  banner: 'bottom',
  anchored: 'bottom',
  tab: 'end',
};

/** Fills in all defaults of a valid survey, in short or long form. Returns new objects. */
export const toNormalSurvey = (survey: Survey): NormalSurvey => {
  const questions = 'questions' in survey ? survey.questions : undefined;
  return fillIn(survey, (questions ?? toQuestions(survey)).map(toNormalQuestion), PLACES[`${survey.presentation}`]);
};
