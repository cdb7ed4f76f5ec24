/** Applies the first half of the check to a definition: which surveys are valid so far, and which chunks they need. */
import type { Survey } from '../schema/survey.ts';
import { isValid } from './firstCheck.ts';
import type { Needs } from './need.ts';
import { settingsNode, surveyNode } from './table.ts';

/** Matches any placeholder except `{brand}`. Every prompt fills `{brand}`; the others need the extras. */
const PLACEHOLDER = /\{(?!brand\})/;

const hasPlaceholder = (value: unknown): boolean =>
  typeof value === 'object' && value ? Object.values(value).some(hasPlaceholder) : PLACEHOLDER.test(`${value}`);

/**
 * Checks the settings and the surveys as the host wrote them. Of two surveys with the same id, the first counts. A survey in the long
 * form, with `questions` instead of `metric`, needs the extras.
 */
export const lookAt = (settings: object, list: unknown) => {
  const needs = { extras: false, rules: false, check: false };
  const note = (need: keyof Needs) => {
    needs[need] = true;
    // The rules chunk contains the check of its own fields.
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
    /** True when the settings are valid. */
    usable,
    /** All surveys, including invalid ones. */
    given,
    /** The surveys that passed the first half of the check. */
    surveys,
    needs: needs as Needs,
  };
};
