/** The full schemas, which find the path and value of an issue. The page fetches this file only after the fast check has failed. */
import { context, properties, respondent, subject } from './context.ts';
import { checkWith } from './explain.ts';
import { type Explained, toExplained } from './issue.ts';
import { checkOptions } from './parse.ts';
import { placeLogically } from './repair.ts';

export { repair } from './repair.ts';

const SCHEMAS = { identify: respondent, setContext: context, subject, properties };

const NO_SURVEY =
  'There is no survey. Add data-metric="nps", "csat" or "ces" to the script tag, or surveys to the definition.';

/** The direction of the page. This file also runs where there is no page. */
const isRtl = () => (globalThis as { document?: { dir?: string } }).document?.dir === 'rtl';

/**
 * Explains why the options of the client, or the argument of a client method, are invalid. Returns undefined when the fast check did not
 * know a valid value: `left` and `right` are placements too.
 */
export const explainWrong = (what: 'options' | keyof typeof SCHEMAS, value: unknown): Explained | undefined => {
  if (what !== 'options') return toExplained(what, checkWith(SCHEMAS[what], value));
  const { surveys } = value as { surveys?: unknown };
  if (Array.isArray(surveys)) for (const survey of surveys) placeLogically(survey, isRtl());
  const issues = checkOptions(value);
  if (!issues[0] && Array.isArray(surveys) && !surveys[0]) {
    return { code: 'definition_invalid', message: NO_SURVEY, issues };
  }
  return issues[0] && toExplained(what, issues);
};
