import { isOutcome, type Outcome } from './outcome.ts';

/** One outcome of one display. It stores a fact and not a deadline, so the rules can change without losing the history. */
export interface DisplayRecord {
  readonly outcome: Outcome;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The key of the subject: a hash. */
  readonly subject?: string | undefined;
  readonly metric?: string | undefined;
  /** @default 'relational' */
  readonly scope?: string | undefined;
  /** @default the survey's id */
  readonly touchpoint?: string | undefined;
  readonly group?: string | undefined;
}

/** Returns true when an untrusted value is a usable record. */
export const isDisplayRecord = (value: unknown): value is DisplayRecord => {
  const { outcome, at } = (value ?? {}) as Partial<DisplayRecord>;
  return isOutcome(outcome) && Number(at) > 0 && Number.isFinite(at);
};
