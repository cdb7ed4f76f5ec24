import type { Session } from '../core/session/session.ts';
import type { DismissReason } from '../schema/index.ts';

/** One display of one survey: its session, its recorder and its prompt. */
export interface Display {
  readonly session: Session;
  /** True when the display continues the response of an earlier page. */
  readonly isResumed: boolean;
  /** Puts the prompt on the page. Returns true when that succeeded. */
  mount(): boolean;
  /** Removes the prompt, and dismisses the session if it is not completed or dismissed yet. */
  close(reason: DismissReason): void;
  /** Returns true while the respondent has neither selected an answer nor written anything. */
  isUntouched(): boolean;
}
