/** The first look at a definition: which surveys are right as far as the first half of the check knows, and what they need. */
import type { Survey } from '../schema/survey.ts';
import { isValid, meaningOf } from './firstCheck.ts';
import type { Needs } from './need.ts';
import { settingsNode, surveyNode } from './table.ts';

/** Fields of a parsed definition. Their values may be wrong: only a later check knows their inside. */
type Fields = Readonly<Record<string, unknown>>;

/** `{brand}` is filled by every prompt; any other placeholder needs the extras. */
const PLACEHOLDER = /\{(?!brand\})/;

const hasPlaceholder = (value: unknown): boolean =>
  typeof value === 'object' && value ? Object.values(value).some(hasPlaceholder) : PLACEHOLDER.test(`${value}`);

/** Looks at the settings and at the list of surveys as the host has written them. Of two surveys with one id, the first counts. */
export const lookAt = (settings: object, list: unknown) => {
  const needs = { extras: false, rules: false, wholeCheck: false };
  const note = (need: keyof Needs) => {
    needs[need] = true;
    // The rules bring a check of their own fields.
    if (need !== 'rules') needs.wholeCheck = true;
  };
  const given: readonly Survey[] = Array.isArray(list) ? list : [];
  const usable = isValid(settingsNode, settings, note) && given === list;
  const surveys = given.filter(
    (survey, index) =>
      usable && isValid(surveyNode, survey, note) && given.findIndex((other) => other?.id === survey.id) === index,
  );
  for (const survey of surveys) {
    const { metric, questions }: Fields = { ...survey };
    if (!metric) note('wholeCheck');
    if (survey.experiment || hasPlaceholder(survey)) needs.extras = true;
    if (Array.isArray(questions)) {
      for (const [index, question] of questions.entries()) {
        // Every prompt can ask for the score of a metric, and then for comments.
        if (!isValid(index ? 'text' : meaningOf('metric'), question?.type)) note('extras');
        for (const [key, value] of Object.entries({ ...question })) isValid(meaningOf(key), value, note);
      }
    }
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
