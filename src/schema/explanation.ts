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

/** Nothing else is refused by the fast check alone. */
const TOO_LONG = 'Invalid options. A text is too long. The page counts characters such as emoji twice.';

/** The direction of the page. This file also runs where there is no page. */
const isRtl = () => (globalThis as { document?: { dir?: string } }).document?.dir === 'rtl';

/**
 * Explains why the options of the client, or the argument of a client method, are invalid. Returns undefined when the fast check did not
 * know a valid value: `left` and `right` are placements too.
 */
export const explainWrong = (what: 'options' | keyof typeof SCHEMAS, value: unknown): Explained | undefined => {
  if (what !== 'options') return toExplained(what, checkWith(SCHEMAS[what], value));
  const { surveys } = value as { surveys?: unknown };
  const given: readonly unknown[] = Array.isArray(surveys) ? surveys : [];
  const isPlaced = given.map((survey) => placeLogically(survey, isRtl())).includes(true);
  const issues = checkOptions(value);
  if (issues[0]) return toExplained(what, issues);
  if (isPlaced) return undefined;
  return { code: 'definition_invalid', message: given[0] ? TOO_LONG : NO_SURVEY, issues };
};
