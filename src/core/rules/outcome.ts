import type { EventName } from '../../schema/index.ts';
import { EVENTS } from '../events.ts';

type Events = typeof EVENTS;

/** The outcomes that are recorded on the device: every event that frequency caps count, and a dismissal with "Don't ask again". */
export type Outcome = { [Name in EventName]: Events[Name]['mark'] extends 'none' ? never : Name }[EventName] | 'never';

/** Returns true for the name of a recorded outcome. */
export const isOutcome = (value: unknown): value is Outcome =>
  value === 'never' || (Object.hasOwn(EVENTS, value as string) && EVENTS[value as EventName].mark !== 'none');
