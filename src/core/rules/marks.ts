import type { Clock, EventName } from '../../schema/index.ts';

/** The events that a frequency cap can count. Each frequency cap can set a period for each of them. */
export type Mark = Extract<keyof Clock, 'displayed' | 'answered' | 'dismissed' | 'snoozed'>;

/** The events that no frequency cap counts. */
type Uncounted = 'viewed' | 'skipped' | 'eligible' | 'suppressed' | 'linkFollowed' | 'failed';

/**
 * How frequency caps count each event. An event that counts as `answered` contains the respondent's answers. TypeScript reports an event
 * that is neither here nor in `Uncounted`.
 */
export const MARKS = {
  displayed: 'displayed',
  answered: 'answered',
  completed: 'answered',
  dismissed: 'dismissed',
  snoozed: 'snoozed',
} as const satisfies { readonly [Name in Exclude<EventName, Uncounted>]: Mark };
