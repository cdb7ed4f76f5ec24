/** Turns what happened in a session into the event that is posted. Pure: id and time are given. */
import type { Context, EventName, EventOf, Respondent, ScoreletEvent, Subject } from '../schema/index.ts';
import type { NormalSurvey } from './normalSurvey.ts';
import type { Session, SessionChange } from './session.ts';
import { toInstrument } from './toAnswer.ts';
import type { Asked } from './wording.ts';

/** The facts of one display that its events share. */
export interface DisplayFacts {
  readonly responseId: string;
  readonly survey: NormalSurvey;
  /** Origin of the page, `null` in a sandboxed frame. */
  readonly origin: string;
  readonly page?: string | undefined;
  readonly presentation: 'popover' | 'inline' | 'custom';
  readonly subject?: Subject | undefined;
  readonly properties?: Respondent['traits'];
  readonly context: Context;
  readonly respondent: Respondent;
  readonly quality: EventOf<'displayed'>['data']['quality'];
  readonly sampling: EventOf<'displayed'>['data']['sampling'];
  readonly version: string;
}

/** An event but for what is stamped when it is recorded. */
export type Unstamped = { name: EventName; data: Record<string, unknown> };

const TYPES: Record<EventName, string> = {
  displayed: 'survey.displayed',
  viewed: 'survey.viewed',
  answered: 'question.answered',
  skipped: 'question.skipped',
  completed: 'survey.completed',
  dismissed: 'survey.dismissed',
  snoozed: 'survey.snoozed',
  linkFollowed: 'link.followed',
  failed: 'sdk.failed',
};

const given = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

const questionFacts = (question: Asked, survey: NormalSurvey) => ({
  question: question.asked,
  ...(question.type === 'text' ? {} : { instrument: toInstrument(question, survey), scale: question.scale }),
});

/** What every event says, whatever happened. */
const commonFacts = (facts: DisplayFacts) => {
  const { survey, page, subject, properties, context, respondent, quality, version } = facts;
  const { traits, ...ids } = respondent;
  const denied = quality.consent === 'denied';
  const touchpoint = context.touchpoint ?? survey.touchpoint;
  return given({
    survey: { id: survey.id, version: survey.version },
    sdk: { name: 'scorelet', version },
    page,
    context: given({ ...context, touchpoint }),
    properties,
    // Without consent nothing is said of who or about which order.
    traits: denied ? undefined : traits,
    respondent: denied ? undefined : given(ids),
    subject: denied ? undefined : subject,
    quality,
  });
};

/** Says what happened as the data of an event, without its place in the sequence. */
export const toEventData = (
  change: Exclude<SessionChange, { type: 'drawn' }>,
  session: Session,
  facts: DisplayFacts,
): Unstamped => {
  const { type: name, ...said } = change;
  const { survey, locale } = session;
  const all = session.state().questions;
  const id = 'answer' in said ? said.answer.question.id : 'question' in said ? said.question.id : undefined;
  const asked = all.find((each) => each.id === id) ?? (all[0] as Asked);
  const { question: _, ...rest } = { question: undefined, ...said };
  return {
    name,
    data: {
      ...commonFacts(facts),
      ...questionFacts(asked, survey),
      presentation: facts.presentation,
      locale: locale.tag,
      sampling: facts.sampling,
      ...rest,
    },
  };
};

/** Says that the client itself failed. */
export const toFailure = (code: string, message: string, facts: DisplayFacts): Unstamped => ({
  name: 'failed',
  data: { ...commonFacts(facts), code, message: message.slice(0, 500) },
});

/** Puts id, time and sequence on an event. */
export const toEvent = (
  { name, data }: Unstamped,
  { origin, survey, responseId }: DisplayFacts,
  stamp: { id: string; time: number; sequence: number },
): ScoreletEvent =>
  ({
    specversion: '1.0',
    id: stamp.id,
    source: `${origin}#${survey.id}`,
    type: `scorelet.${TYPES[name]}.v1`,
    subject: responseId,
    time: new Date(stamp.time).toISOString(),
    datacontenttype: 'application/json',
    dataschema: `urn:scorelet:${TYPES[name]}:v1`,
    data: { sequence: stamp.sequence, ...data },
  }) as unknown as ScoreletEvent;
