import type { EventName } from '../../schema/index.ts';
import type { Mark } from './frequencySummary.ts';

/** What an outcome does to the frequency caps: it leaves a mark, or closes the survey for ever. */
export type Effect = Mark | 'never';

/** Events that mean nothing to the frequency caps. */
type Unrecorded = 'viewed' | 'skipped' | 'linkFollowed' | 'eligible' | 'suppressed' | 'failed';

/** What is recorded: every other event, and a dismissal with "Don't ask again". */
export type Outcome = Exclude<EventName, Unrecorded> | 'never';

/** The effect of each outcome. An event that is neither here nor unrecorded does not compile. */
export const EFFECT: Readonly<Record<Outcome, Effect>> = {
  displayed: 'displayed',
  answered: 'answered',
  completed: 'answered',
  dismissed: 'dismissed',
  never: 'never',
  snoozed: 'snoozed',
};

/** Returns true for the name of an event that is recorded. */
export const isOutcome = (value: unknown): value is Outcome => Object.hasOwn(EFFECT, value as string);
