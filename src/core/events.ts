import type { Clock, EventName, EventOf } from '../schema/index.ts';

/** The events that a frequency cap can count. Each frequency cap can set a period for each of them. */
export type Mark = Extract<keyof Clock, 'displayed' | 'answered' | 'dismissed' | 'snoozed'>;

interface EventTraits<Name extends EventName> {
  /** The middle of the CloudEvents type: `scorelet.<type>.v1`. */
  readonly type: EventOf<Name>['type'] extends `scorelet.${infer Type}.v1` ? Type : never;
  /** How frequency caps count this event. An event that counts as `answered` contains the respondent's answers. */
  readonly mark: Mark | 'none';
  /** True when the event is sent at once. Other events wait up to a second, to share a request. */
  readonly urgent: boolean;
}

/** The name, counting and delivery of every event type. TypeScript reports a missing event type. */
export const EVENTS = {
  displayed: { type: 'survey.displayed', mark: 'displayed', urgent: false },
  viewed: { type: 'survey.viewed', mark: 'none', urgent: false },
  skipped: { type: 'question.skipped', mark: 'none', urgent: false },
  answered: { type: 'question.answered', mark: 'answered', urgent: true },
  completed: { type: 'survey.completed', mark: 'answered', urgent: true },
  dismissed: { type: 'survey.dismissed', mark: 'dismissed', urgent: true },
  snoozed: { type: 'survey.snoozed', mark: 'snoozed', urgent: true },
  eligible: { type: 'survey.eligible', mark: 'none', urgent: true },
  suppressed: { type: 'survey.suppressed', mark: 'none', urgent: true },
  linkFollowed: { type: 'link.followed', mark: 'none', urgent: true },
  failed: { type: 'sdk.failed', mark: 'none', urgent: true },
} as const satisfies { readonly [Name in EventName]: EventTraits<Name> };
