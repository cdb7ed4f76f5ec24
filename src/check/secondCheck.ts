/**
 * The second half of the check. Fetched with the prompt when the definition has fields that the first half does not validate. The
 * fields of the rules are validated by `rulesCheck.ts` instead.
 */
import { brokenRule } from '../schema/rules.ts';
import type { Survey } from '../schema/survey.ts';
import { checkMore } from './checkMore.ts';
import type { createCheck } from './createCheck.ts';
import { contextNode, meanings, settingsNode, surveyNode } from './secondTable.ts';

/** Creates the second half of the check. Uses the `createCheck` of the first file, so that its code is not fetched twice. */
export const createSecondCheck = (create: typeof createCheck) => {
  const { isValid, meaningOf } = create(meanings, checkMore);
  /** Returns true when a survey that passed the first half is valid in full, including the rules that relate several fields. */
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
