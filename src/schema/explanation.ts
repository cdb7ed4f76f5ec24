/** What the page fetches when its fast check said no: the whole schemas, to say what and where. */
import { context, properties, respondent, subject } from './context.ts';
import { checkWith } from './explain.ts';
import { type SchemaIssue, toSentence } from './issue.ts';
import { checkOptions } from './parse.ts';

const SCHEMAS = { identify: respondent, setContext: context, subject, properties };

/** Says what is wrong with the options, or with the argument of a client's method. */
export const explainWrong = (
  what: 'options' | keyof typeof SCHEMAS,
  value: unknown,
): { message: string; issues: readonly SchemaIssue[] } => {
  const issues = what === 'options' ? checkOptions(value) : checkWith(SCHEMAS[what], value);
  return { message: `Wrong ${what}. ${issues.map(toSentence).join(' ')}`, issues };
};
