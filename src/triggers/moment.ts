import type { Properties, Subject, Survey, Trigger } from '../schema/index.ts';

/** A moment at which a survey is considered. */
export interface Moment {
  readonly survey: Survey;
  /** `load`, `delay`, `event <name>`, `scroll <percent>`, `exit`, `idle` or `click`. */
  readonly cause: string;
  /** When it came, before its delay; milliseconds since 1970. */
  readonly at: number;
  readonly subject?: Subject | undefined;
  readonly properties?: Properties | undefined;
  /** The respondent asked for the prompt by a click on this page. */
  readonly takeFocus?: true;
  /** What was clicked, for an anchored survey. */
  readonly anchor?: Element | undefined;
}

/** A trigger that is a word has none of these fields. */
export type Rules = Partial<Exclude<Trigger, string>>;
export const rulesOf = ({ trigger }: Survey): Rules => (typeof trigger === 'object' ? trigger : {});
