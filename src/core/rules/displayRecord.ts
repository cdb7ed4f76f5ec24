import { isOutcome, type Outcome } from './outcome.ts';

/** One thing that happened to one display. It states a fact, so that the rules can change without losing what is known. */
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

/** Returns true for a value that can be used as a record, whoever wrote it. */
export const isDisplayRecord = (value: unknown): value is DisplayRecord => {
  const { outcome, at } = (value ?? {}) as Partial<DisplayRecord>;
  return isOutcome(outcome) && Number(at) > 0 && Number.isFinite(at);
};
