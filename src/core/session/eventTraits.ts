import type { EventName } from '../../schema/index.ts';

interface EventTraits {
  /** It leaves at once; other events wait a moment to share a request. */
  readonly urgent: boolean;
  /** It holds what the respondent said: it is never dropped to make room. */
  readonly answer: boolean;
}

const PATIENT: EventTraits = { urgent: false, answer: false };
const URGENT: EventTraits = { urgent: true, answer: false };
const ANSWER: EventTraits = { urgent: true, answer: true };

/** How each event is delivered. An event that is not classified here does not compile. */
export const EVENT_TRAITS = {
  displayed: PATIENT,
  viewed: PATIENT,
  skipped: PATIENT,
  answered: ANSWER,
  completed: ANSWER,
  dismissed: URGENT,
  snoozed: URGENT,
  eligible: URGENT,
  suppressed: URGENT,
  linkFollowed: URGENT,
  failed: URGENT,
} as const satisfies Record<EventName, EventTraits>;
