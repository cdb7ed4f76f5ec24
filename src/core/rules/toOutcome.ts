import type { DismissReason } from '../../schema/index.ts';
import type { SessionChange } from '../session/session.ts';
import { isOutcome, type Outcome } from './outcome.ts';

/** Which reasons are the respondent's refusal. A prompt that the page or the client takes away was refused by nobody. */
const IS_REFUSAL = {
  close_button: true,
  escape: true,
  outside: true,
  never: true,
  api: false,
  route_change: false,
  expired: false,
} as const satisfies Record<DismissReason, boolean>;

/** Returns what is recorded of a change in a session, or undefined. A respondent who answers and then closes has answered. */
export const toOutcome = (change: SessionChange): Outcome | undefined => {
  if (change.type !== 'dismissed') return isOutcome(change.type) ? change.type : undefined;
  if (change.reason === 'never') return 'never';
  return IS_REFUSAL[change.reason] && !change.answeredCount ? 'dismissed' : undefined;
};
