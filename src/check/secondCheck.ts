/**
 * The second half of the fast check. It is fetched with the prompt when the definition has fields that the first half does not validate.
 * `rulesCheck.ts` validates the fields of the rules.
 */
import { brokenRule } from '../schema/rules.ts';
import type { Survey } from '../schema/survey.ts';
import { checkMore } from './checkMore.ts';
import type { createCheck } from './createCheck.ts';
import type { Meanings } from './node.ts';
import { contextNode, meanings, other, settingsNode, surveyNode } from './secondTable.ts';

/**
 * Creates the second half of the check. It reuses `createCheck` and the table of the first file, so that they are not fetched twice.
 */
export const createSecondCheck = (create: typeof createCheck, first: Meanings) => {
  const { isValid, meaningOf } = create([...meanings, ...first], other, checkMore);
  /** Returns true when a survey that passed the first half of the check is completely valid, including the rules between fields. */
  const isSoundSurvey = (survey: Survey): boolean => isValid(surveyNode, survey) && !brokenRule(survey);
  return {
    isValid,
    meaningOf,
    isSoundSurvey,
    /** Lists the surveys that may not be shown: the invalid ones, or all surveys when the settings are invalid. */
    toUnsound: (settings: unknown, surveys: readonly Survey[]): Survey[] =>
      surveys.filter((survey) => !isValid(settingsNode, settings) || !isSoundSurvey(survey)),
    isSoundContext: (context: unknown): boolean => isValid(contextNode, context),
  };
};
