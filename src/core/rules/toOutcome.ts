import type { DismissReason } from '../../schema/index.ts';
import type { SessionChange } from '../session/session.ts';
import { isOutcome, type Outcome } from './outcome.ts';

/** The dismiss reasons with which the page or the client removes a prompt, which is no refusal. */
type Removal = 'api' | 'route_change' | 'expired' | 'removed' | 'replaced';

/** The dismiss reasons that count as a refusal by the respondent. A reason that is in neither list does not compile. */
const REFUSALS: { readonly [reason in Exclude<DismissReason, Removal | 'never'>]: 1 } = {
  close_button: 1,
  escape: 1,
  outside: 1,
};

/**
 * Returns the outcome to record for a change in a session, or undefined when there is none. Closing the prompt after an answer is not a
 * refusal.
 */
export const toOutcome = (change: SessionChange): Outcome | undefined => {
  if (change.type !== 'dismissed') return isOutcome(change.type) ? change.type : undefined;
  if (change.reason === 'never') return 'never';
  return change.reason in REFUSALS && !change.answeredCount ? 'dismissed' : undefined;
};
