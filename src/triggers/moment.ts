import { toExpiryMs } from '../core/rules/expiry.ts';
import type { Properties, Subject, Survey, Trigger } from '../schema/index.ts';

/** A moment that makes a survey be considered. */
export interface Moment {
  readonly survey: Survey;
  /** `load`, `delay`, `event <name>`, `scroll <percent>`, `exit`, `idle` or `click`. */
  readonly cause: string;
  /** When it came, without the delay after it; milliseconds since 1970. */
  readonly at: number;
  readonly subject?: Subject | undefined;
  readonly properties?: Properties | undefined;
  /** Somebody asked for it by a click on this page. */
  readonly takeFocus?: true;
  /** What was clicked, for an anchored survey. */
  readonly anchor?: Element | undefined;
}

/** A trigger that is a word has none of these fields. */
export type Rules = Partial<Exclude<Trigger, string>>;
export const rulesOf = ({ trigger = {} }: Survey): Rules => trigger as Rules;

/** Says whether a moment is too old for its prompt to appear. */
export const isExpired = ({ survey, at }: Moment, now: number): boolean => now - at > toExpiryMs(survey);
