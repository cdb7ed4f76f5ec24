/** Why a definition is not accepted. */
export interface SchemaIssue {
  /** `surveys[0].questions[1].maxLength`; empty for the whole. */
  path: string;
  expected: string;
  received: string;
  /** The nearest valid word. */
  suggestion?: string | undefined;
}

/** Says an issue as one sentence for a developer's console. */
export const toSentence = ({ path, expected, received, suggestion }: SchemaIssue): string =>
  `${path || 'the definition'}: expected ${expected}, received ${received}.${suggestion ? ` Did you mean "${suggestion}"?` : ''}`;

/** Thrown by `parse*`; `issues` has every place that is wrong. */
export class SchemaError extends Error {
  readonly issues: readonly SchemaIssue[];
  constructor(what: string, issues: readonly SchemaIssue[]) {
    super(`${what} is not valid: ${issues.map(toSentence).join(' ')}`);
    this.name = 'SchemaError';
    this.issues = issues;
  }
}
