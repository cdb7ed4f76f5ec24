/**
 * Applies the first half of the fast check to a survey definition. It finds the surveys that are valid so far and the chunks that they
 * need.
 */
import type { Survey } from '../schema/survey.ts';
import { isValid } from './firstCheck.ts';
import type { Needs } from './need.ts';
import { settingsNode, surveyNode } from './table.ts';

/** Matches any placeholder except `{brand}`. Every prompt can fill in `{brand}`; other placeholders need the optional `extras` chunk. */
const PLACEHOLDER = /\{(?!brand\})/;

const hasPlaceholder = (value: unknown): boolean =>
  typeof value === 'object' && value ? Object.values(value).some(hasPlaceholder) : PLACEHOLDER.test(`${value}`);

/**
 * Checks the settings and the surveys as the host page wrote them. When two surveys have the same id, only the first is used. A survey in
 * the long form, with `questions` instead of `metric`, needs the optional `extras` chunk.
 */
export const lookAt = (settings: object, list: unknown = []) => {
  const needs = { extras: false, rules: false, check: false };
  const note = (need: keyof Needs) => {
    needs[need] = true;
    // The chunk with the rules contains the check of the rules' own fields.
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
    /** True when the settings passed the check. */
    usable,
    /** All surveys of the definition, including invalid ones. */
    given,
    /** The surveys that passed the first half of the check. */
    surveys,
    needs: needs as Needs,
  };
};
