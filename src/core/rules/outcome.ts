import type { EventName } from '../../schema/index.ts';
import { MARKS } from './marks.ts';

/** The outcomes that are recorded on the device: every event that frequency caps count, and a dismissal with "Don't ask again". */
export type Outcome = keyof typeof MARKS | 'never';

/** Returns true for the name of a recorded outcome. */
export const isOutcome = (value: unknown): value is Outcome =>
  value === 'never' || Object.hasOwn(MARKS, value as string);

/** Returns true for an event that contains answers of the respondent. */
export const isAnswer = (name: EventName): boolean => MARKS[name as keyof typeof MARKS] === 'answered';
