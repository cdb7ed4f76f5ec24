import type { EventName } from '../../schema/index.ts';

/** What an outcome does to the frequency caps. */
export type Effect = 'asked' | 'answered' | 'refused' | 'refused_forever' | 'postponed' | 'none';

/**
 * What each event means to the frequency caps. `never` is a dismissal with "Don't ask again". An event that is not classified here
 * does not compile.
 */
export const EFFECT = {
  displayed: 'asked',
  answered: 'answered',
  completed: 'answered',
  dismissed: 'refused',
  never: 'refused_forever',
  snoozed: 'postponed',
  viewed: 'none',
  skipped: 'none',
  linkFollowed: 'none',
  eligible: 'none',
  suppressed: 'none',
  failed: 'none',
} as const satisfies Record<EventName | 'never', Effect>;

type Classified = typeof EFFECT;

/** What is recorded: every event that has an effect. */
export type Outcome = {
  [Name in keyof Classified]: Classified[Name] extends 'none' ? never : Name;
}[keyof Classified];

/** Returns true for the name of an event that is recorded. */
export const isOutcome = (value: unknown): value is Outcome =>
  Object.hasOwn(EFFECT, value as string) && EFFECT[value as Outcome | 'viewed'] !== 'none';
