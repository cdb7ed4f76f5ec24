import type { Session } from '../core/session/session.ts';
import type { DismissReason } from '../schema/index.ts';

/** One occasion of showing one survey: its session, what is recorded of it, and its prompt. */
export interface Display {
  readonly session: Session;
  /** It continues the response of an earlier page. */
  readonly isResumed: boolean;
  /** Puts the prompt on the page; returns whether that worked. */
  mount(): boolean;
  /** Dismisses the session, unless it is over, and removes the prompt. */
  close(reason: DismissReason): void;
  /** Returns true while nothing was answered or written. */
  isUntouched(): boolean;
}
