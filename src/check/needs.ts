/** What a definition needs beyond the first file, read from its parsed fields. */
import type { Survey } from '../schema/survey.ts';
import { isValid, meaningOf } from './firstCheck.ts';
import type { Needs } from './need.ts';

/** Fields of a parsed definition. Their values may be wrong: only the whole check knows their inside. */
type Fields = Readonly<Record<string, unknown>>;

/** `{brand}` is filled by every prompt; any other placeholder needs the extras. */
const PLACEHOLDER = /\{(?!brand\})/;

const hasPlaceholder = (value: unknown): boolean =>
  typeof value === 'object' && value ? Object.values(value).some(hasPlaceholder) : PLACEHOLDER.test(`${value}`);

/** Reads the needs of a definition that passed the first half of the check. */
export const toNeeds = (settings: object, surveys: readonly Survey[]): Needs => {
  const needs = { extras: false, rules: false, wholeCheck: false };
  const note = (need: keyof Needs) => {
    needs[need] = true;
    // The rules bring a check of their own fields.
    if (need !== 'rules') needs.wholeCheck = true;
  };
  const look = (fields: object) => {
    for (const [key, value] of Object.entries(fields)) {
      if (value !== undefined) isValid(meaningOf(key), value, note);
    }
  };
  look(settings);
  for (const survey of surveys) {
    const { metric, questions }: Fields = { ...survey };
    look(survey);
    if (!metric) note('wholeCheck');
    if (survey.experiment || hasPlaceholder(survey)) needs.extras = true;
    if (Array.isArray(questions)) {
      for (const [index, question] of questions.entries()) {
        // Every prompt can ask for the score of a metric, and then for comments.
        if (!isValid(index ? 'text' : meaningOf('metric'), question?.type)) note('extras');
        look({ ...question });
      }
    }
  }
  return needs;
};
