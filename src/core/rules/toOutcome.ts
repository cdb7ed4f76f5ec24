import type { DismissReason } from '../../schema/index.ts';
import type { SessionChange } from '../session/session.ts';
import { isOutcome, type Outcome } from './outcome.ts';

/** The dismiss reasons that count as a refusal by the respondent. When the page or the client removes a prompt, that is not a refusal. */
const IS_REFUSAL = {
  close_button: true,
  escape: true,
  outside: true,
  never: true,
  api: false,
  route_change: false,
  expired: false,
  removed: false,
  replaced: false,
} as const satisfies Record<DismissReason, boolean>;

/**
 * Returns the outcome to record for a change in a session, or undefined when there is none. Closing the prompt after an answer is not a
 * refusal.
 */
export const toOutcome = (change: SessionChange): Outcome | undefined => {
  if (change.type !== 'dismissed') return isOutcome(change.type) ? change.type : undefined;
  if (change.reason === 'never') return 'never';
  return IS_REFUSAL[change.reason] && !change.answeredCount ? 'dismissed' : undefined;
};
