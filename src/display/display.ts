import type { Session } from '../core/session/session.ts';
import type { DismissReason } from '../schema/index.ts';

/** One display of one survey: its session, its recorder and its prompt. */
export interface Display {
  readonly session: Session;
  /** True when it continues the response of an earlier page. */
  readonly isResumed: boolean;
  /** Puts the prompt on the page. Returns true on success. */
  mount(): boolean;
  /** Dismisses the session if it is still open, and removes the prompt. */
  close(reason: DismissReason): void;
  /** Returns true while the respondent has neither answered nor written anything. */
  isUntouched(): boolean;
}
