import type { Properties, Subject, Survey, Trigger } from '../schema/index.ts';

/** One firing of a survey's trigger. The survey is then considered. */
export interface Moment {
  readonly survey: Survey;
  /** `load`, `delay`, `event <name>`, `scroll <percent>`, `exit`, `idle` or `click`. */
  readonly cause: string;
  /** When the trigger fired, before its delay; milliseconds since 1970. */
  readonly at: number;
  readonly subject?: Subject | undefined;
  readonly properties?: Properties | undefined;
  /** True when the respondent asked for the prompt by a click on this page. */
  readonly takeFocus?: true;
  /** The clicked element, for an anchored survey. */
  readonly anchor?: Element | undefined;
}

/** Returns the fields of a trigger; a trigger that is a string has none. */
export type Rules = Partial<Exclude<Trigger, string>>;
export const rulesOf = ({ trigger }: Survey): Rules => (typeof trigger === 'object' ? trigger : {});
