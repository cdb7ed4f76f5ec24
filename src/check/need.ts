/** The parts beyond the first file that a definition may need. */
export interface Needs {
  /** Prompt features beyond number scales with a comment, in a corner or inline. */
  readonly extras: boolean;
  /** Rules other than the default ones. */
  readonly rules: boolean;
  /** Fields that only the second half of the check can validate, except the fields of the rules. */
  readonly check: boolean;
}
