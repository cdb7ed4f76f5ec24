/** The parts outside the first file that a survey definition may need. */
export interface Needs {
  /** Prompt features other than a number scale with a comment, or a presentation other than a corner or inline. */
  readonly extras: boolean;
  /** Targeting, frequency or trigger rules other than the default ones. */
  readonly rules: boolean;
  /** Fields that only the second half of the check can validate, except fields that belong to the rules. */
  readonly check: boolean;
}
