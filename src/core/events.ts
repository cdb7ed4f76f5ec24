import type { Clock, EventName, EventOf } from '../schema/index.ts';

/** The events that a clock can count. A clock has a period for each of them. */
export type Mark = Extract<keyof Clock, 'displayed' | 'answered' | 'dismissed' | 'snoozed'>;

interface EventTraits<Name extends EventName> {
  /** The middle of the CloudEvents type: `scorelet.<type>.v1`. */
  readonly type: EventOf<Name>['type'] extends `scorelet.${infer Type}.v1` ? Type : never;
  /** How the frequency caps count the event. An event that counts as `answered` contains the respondent's answers. */
  readonly mark: Mark | 'none';
  /** True when it is sent at once. Other events wait a moment to share a request. */
  readonly urgent: boolean;
}

/** How each event is named, counted and delivered. An event that is missing here is a type error. */
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
