/** The full schemas, which find the path and value of an issue. The page fetches this file only after the fast check has failed. */
import { context, properties, respondent, subject } from './context.ts';
import { checkWith } from './explain.ts';
import { type Explained, toExplained } from './issue.ts';
import { checkOptions } from './parse.ts';

const SCHEMAS = { identify: respondent, setContext: context, subject, properties };

/** Explains why the options of the client, or the argument of a client method, are invalid. */
export const explainWrong = (what: 'options' | keyof typeof SCHEMAS, value: unknown): Explained => {
  const issues = what === 'options' ? checkOptions(value) : checkWith(SCHEMAS[what], value);
  return toExplained(what, issues);
};
