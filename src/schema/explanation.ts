/** The full schemas, which find the path and value of an issue. The page fetches this file only after the fast check has failed. */
import { context, properties, respondent, subject } from './context.ts';
import { checkWith } from './explain.ts';
import { type Explained, toExplained, toUnknown, type UnknownSurvey } from './issue.ts';
import { nearest } from './nearest.ts';
import { checkOptions } from './parse.ts';
import { placeLogically } from './repair.ts';

export { repair } from './repair.ts';

const SCHEMAS = { identify: respondent, setContext: context, subject, properties };

const NO_SURVEY =
  'There is no survey. Add data-metric="nps", "csat" or "ces" to the script tag, or surveys to the definition.';

/** The two checks differ, which a test excludes for the values that it knows. */
const UNEXPLAINED = 'Invalid options. The check of the page refuses what the schemas accept. Please report this fault.';

/** The direction of the page. This file also runs where there is no page. */
const isRtl = () => (globalThis as { document?: { dir?: string } }).document?.dir === 'rtl';

/**
 * Explains why the options of the client, or the argument of a client method, are invalid. Returns undefined when the fast check did not
 * know a valid value: `left` and `right` are placements too.
 */
export const explainWrong = (
  what: 'options' | 'show' | keyof typeof SCHEMAS,
  value: unknown,
): Explained | undefined => {
  if (what === 'show') {
    const unknown = value as UnknownSurvey;
    return toUnknown(
      unknown,
      nearest(
        `${unknown.id}`,
        unknown.surveys.map(({ id }) => id),
      ),
    );
  }
  if (what !== 'options') return toExplained(what, checkWith(SCHEMAS[what], value));
  const { surveys } = value as { surveys?: unknown };
  const given: readonly unknown[] = Array.isArray(surveys) ? surveys : [];
  const isPlaced = given.map((survey) => placeLogically(survey, isRtl())).includes(true);
  const issues = checkOptions(value);
  if (issues[0]) return toExplained(what, issues);
  if (isPlaced) return undefined;
  return { code: 'definition_invalid', message: given[0] ? UNEXPLAINED : NO_SURVEY, issues };
};
