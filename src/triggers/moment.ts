import type { Properties, Subject, Survey, Trigger } from '../schema/index.ts';

/** A moment: one occurrence of a survey's trigger. The client then considers showing the survey. */
export interface Moment {
  readonly survey: Survey;
  /** The cause of the moment: `load`, `delay`, `event <name>`, `scroll <percent>`, `exit`, `idle` or `click`. */
  readonly cause: string;
  /** When the trigger fired, before its delay, in milliseconds since 1970. */
  readonly at: number;
  readonly subject?: Subject | undefined;
  readonly properties?: Properties | undefined;
  /** True when the respondent asked for the prompt by a click on this page. */
  readonly takeFocus?: boolean;
  /** The clicked element. Present only for an anchored survey. */
  readonly anchor?: Element | undefined;
}

/** Returns the fields of a trigger. A trigger that is a string has no fields. */
export type Rules = Partial<Exclude<Trigger, string>>;
export const rulesOf = ({ trigger }: Survey): Rules => (typeof trigger === 'object' ? trigger : {});
