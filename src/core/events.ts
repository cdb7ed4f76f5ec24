import type { EventName, EventOf } from '../schema/index.ts';

/**
 * The middle of the CloudEvents type of each event: `scorelet.<type>.v1`. TypeScript reports a missing event. `rules/marks.ts` says how
 * frequency caps count each event.
 */
export const EVENT_TYPES = {
  displayed: 'survey.displayed',
  viewed: 'survey.viewed',
  skipped: 'question.skipped',
  answered: 'question.answered',
  completed: 'survey.completed',
  dismissed: 'survey.dismissed',
  snoozed: 'survey.snoozed',
  eligible: 'survey.eligible',
  suppressed: 'survey.suppressed',
  linkFollowed: 'link.followed',
  failed: 'sdk.failed',
} as const satisfies {
  readonly [Name in EventName]: EventOf<Name>['type'] extends `scorelet.${infer Type}.v1` ? Type : never;
};

/** The events that wait up to a second, to share a request. Every other event is sent at once. */
const PATIENT: readonly EventName[] = ['displayed', 'viewed', 'skipped'];

export const isUrgent = (name: EventName): boolean => !PATIENT.includes(name);
