/** Checks the fields that belong to the rules. It is fetched together with the rules. */
import { brokenInTrigger } from '../schema/rules.ts';
import type { Survey } from '../schema/survey.ts';
import { checkMore } from './checkMore.ts';
import type { createCheck } from './createCheck.ts';
import { meanings, other } from './rulesTable.ts';

/** Creates the check of the rules' fields. It reuses `createCheck` of the first file, so that this code is not fetched twice. */
export const createRulesCheck = (create: typeof createCheck) => {
  const { isValid, meaningOf } = create(meanings, other, checkMore);
  const isSound = (fields: object) =>
    Object.entries(fields).every(([key, value]) => value === undefined || isValid(meaningOf(key), value));
  return {
    /** Lists the surveys that may not be shown: the invalid ones, or all surveys when the settings are invalid. */
    toUnsound: (settings: object, surveys: readonly Survey[]): Survey[] =>
      surveys.filter((survey) => !isSound(settings) || !isSound(survey) || brokenInTrigger(survey)),
  };
};
