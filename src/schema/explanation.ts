/** What the page fetches when its fast check said no: the whole schemas, to say what and where. */
import { context, properties, respondent, subject } from './context.ts';
import { checkWith } from './explain.ts';
import type { SchemaIssue } from './issue.ts';

export { toSentence } from './issue.ts';
export { checkOptions } from './parse.ts';

const SCHEMAS = { identify: respondent, setContext: context, subject, properties };

/** Lists what is wrong with an argument of a client's method. */
export const checkArgument = (what: string, value: unknown): SchemaIssue[] =>
  checkWith(SCHEMAS[what as keyof typeof SCHEMAS], value);
