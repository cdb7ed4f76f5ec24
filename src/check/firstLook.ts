/** The first look at a definition: which surveys are right as far as the first half of the check knows, and what they need. */
import type { Survey } from '../schema/survey.ts';
import { isValid } from './firstCheck.ts';
import type { Needs } from './need.ts';
import { settingsNode, surveyNode } from './table.ts';

/** `{brand}` is filled by every prompt; any other placeholder needs the extras. */
const PLACEHOLDER = /\{(?!brand\})/;

const hasPlaceholder = (value: unknown): boolean =>
  typeof value === 'object' && value ? Object.values(value).some(hasPlaceholder) : PLACEHOLDER.test(`${value}`);

/**
 * Looks at the settings and at the list of surveys as the host has written them. Of two surveys with one id, the first counts. A survey
 * in the long form, which has questions in place of a metric, needs the extras.
 */
export const lookAt = (settings: object, list: unknown) => {
  const needs = { extras: false, rules: false, check: false };
  const note = (need: keyof Needs) => {
    needs[need] = true;
    // The rules bring a check of their own fields.
    if (need !== 'rules') needs.check = true;
  };
  const given: readonly Survey[] = Array.isArray(list) ? list : [];
  const usable = isValid(settingsNode, settings, note) && given === list;
  const surveys = given.filter(
    (survey, index) =>
      usable && isValid(surveyNode, survey, note) && given.findIndex((other) => other?.id === survey.id) === index,
  );
  for (const survey of surveys) {
    if (!('metric' in survey)) note('extras');
    if (survey.experiment || hasPlaceholder(survey)) needs.extras = true;
  }
  return {
    /** Whether the settings are right. */
    usable,
    /** All surveys, the wrong ones too. */
    given,
    /** Those that passed the first half of the check. */
    surveys,
    needs: needs as Needs,
  };
};
