/**
 * The second half of the check, fetched with the prompt where the definition has more than the first half looks at. It does not look
 * inside the fields of the rules: `rulesCheck.ts` does.
 */
import { brokenRule } from '../schema/rules.ts';
import type { Survey } from '../schema/survey.ts';
import { checkMore } from './checkMore.ts';
import type { createCheck } from './createCheck.ts';
import { contextNode, meanings, settingsNode, surveyNode } from './secondTable.ts';

/** Creates the second half of the check. The first file lends its own `createCheck`, so that it is not fetched twice. */
export const createSecondCheck = (create: typeof createCheck) => {
  const { isValid, meaningOf } = create(meanings, checkMore);
  /** Returns whether a survey that passed the first half is right inside, and keeps the rules between its fields. */
  const isSoundSurvey = (survey: Survey): boolean => isValid(surveyNode, survey) && !brokenRule(survey);
  return {
    isValid,
    meaningOf,
    isSoundSurvey,
    /** Lists the surveys that may not be shown: those that are wrong, or all of them when the settings are. */
    toUnsound: (settings: unknown, surveys: readonly Survey[]): Survey[] =>
      surveys.filter((survey) => !isValid(settingsNode, settings) || !isSoundSurvey(survey)),
    isSoundContext: (context: unknown): boolean => isValid(contextNode, context),
  };
};
