/** One reason why a value is invalid. */
export interface SchemaIssue {
  /** The path of the invalid value, such as `surveys[0].questions[1].maxLength`; empty for the whole value. */
  path: string;
  expected: string;
  received: string;
  /** The valid word that is most similar to the received one. */
  suggestion?: string | undefined;
}

/** Formats an issue as a sentence for the console. */
export const toSentence = ({ path, expected, received, suggestion }: SchemaIssue): string =>
  `${path ? `${path}: expected` : 'Expected'} ${expected}, received ${received}.${suggestion ? ` Did you mean "${suggestion}"?` : ''}`;

/** An error of the client about an invalid value. */
export interface Explained {
  readonly code: 'definition_invalid' | 'argument_invalid' | 'unknown_survey';
  readonly message: string;
  readonly issues: readonly SchemaIssue[];
}

/** Turns the issues of the client's options, or of an argument of a client method, into an error. */
export const toExplained = (what: string, issues: readonly SchemaIssue[]): Explained => ({
  code: what === 'options' ? 'definition_invalid' : 'argument_invalid',
  message: `Invalid ${what}. ${issues.map(toSentence).join(' ')}`,
  issues,
});

/** The id of a survey that does not exist, and the surveys that exist. */
export interface UnknownSurvey {
  readonly id: string;
  readonly surveys: readonly { readonly id: string }[];
}

/** Turns the id of a survey that does not exist into an error. */
export const toUnknown = ({ id, surveys }: UnknownSurvey, suggestion?: string): Explained => {
  const help = suggestion ? `Did you mean "${suggestion}"?` : `Known: ${surveys.map((survey) => survey.id)}.`;
  return { code: 'unknown_survey', message: `Unknown survey "${id}". ${help}`, issues: [] };
};

/** The error of the `parse*` functions. `issues` lists every invalid path. */
export class SchemaError extends Error {
  readonly issues: readonly SchemaIssue[];
  constructor(what: string, issues: readonly SchemaIssue[]) {
    super(`${what} is not valid: ${issues.map(toSentence).join(' ')}`);
    this.name = 'SchemaError';
    this.issues = issues;
  }
}
