/** What a definition may need beyond the first file. */
export interface Needs {
  /** More of the prompt than number scales with a comment, in a corner or in the page. */
  readonly extras: boolean;
  /** Rules beyond the default ones. */
  readonly rules: boolean;
  /** Fields whose inside only the second half of the check knows; those of the rules excepted. */
  readonly check: boolean;
}
