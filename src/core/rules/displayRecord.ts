import { isOutcome, type Outcome } from './outcome.ts';

/**
 * One outcome of one display, as stored on the device. It stores when the outcome happened, not when the next display is allowed, so the
 * rules can change later.
 */
export interface DisplayRecord {
  readonly outcome: Outcome;
  /** When the outcome happened, in milliseconds since 1970. */
  readonly at: number;
  /** A hash that identifies the survey's subject. */
  readonly subject?: string | undefined;
  readonly metric?: string | undefined;
  /** The scope of the survey: relational or transactional. @default 'relational' */
  readonly scope?: string | undefined;
  /** The touchpoint of the survey. @default the survey's id */
  readonly touchpoint?: string | undefined;
  readonly group?: string | undefined;
}

/** Returns true when a value read from storage is a valid display record. */
export const isDisplayRecord = (value: unknown): value is DisplayRecord => {
  const { outcome, at } = (value ?? {}) as Partial<DisplayRecord>;
  return isOutcome(outcome) && Number(at) > 0 && Number.isFinite(at);
};
