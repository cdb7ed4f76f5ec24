/** The second half of the check, fetched with the prompt by pages whose definition has more than the first half looks at. */
import { brokenRule } from '../schema/rules.ts';
import type { Survey } from '../schema/survey.ts';
import { isValid } from './isValid.ts';
import { contextNode, meanings, settingsNode, surveyNode } from './wholeTable.ts';

/** Says whether a survey that passed the first half is right inside, and keeps the rules between its fields. */
export const isSoundSurvey = (survey: Survey): boolean => isValid(surveyNode, survey, meanings) && !brokenRule(survey);

/** Lists the surveys that may not be shown: those that are wrong, all of them when the settings are. */
export const toUnsound = (settings: unknown, surveys: readonly Survey[]): Survey[] =>
  surveys.filter((survey) => !isValid(settingsNode, settings, meanings) || !isSoundSurvey(survey));

/** Says whether a context is one. */
export const isSoundContext = (context: unknown): boolean => isValid(contextNode, context, meanings);
