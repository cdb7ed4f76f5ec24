/** Converts a change of a session to the event that is posted. The code is pure: ids, times and facts are inputs. */
import type {
  Answer,
  Context,
  EventName,
  EventOf,
  Properties,
  Respondent,
  ScoreletEvent,
  Subject,
} from '../../schema/index.ts';
import { EVENT_TYPES } from '../events.ts';
import type { Asked } from './asked.ts';
import { isScored, type NormalSurvey } from './normalSurvey.ts';
import { toInstrument } from './scoreKind.ts';
import type { Session, SessionChange } from './session.ts';
import { VERSION } from './version.ts';

/** The input data of one event, apart from the change itself. */
export interface EventDetails {
  readonly id: string;
  /** The time of the event, in milliseconds since 1970. */
  readonly time: number;
  readonly sequence: number;
  readonly responseId: string;
  readonly survey: NormalSurvey;
  /** The origin of the page; `null` in a sandboxed frame. */
  readonly origin: string;
  readonly page?: string | undefined;
  /** True when the host page presents the session itself. */
  readonly custom: boolean;
  readonly subject?: Subject | undefined;
  readonly properties?: Properties | undefined;
  readonly context: Context;
  readonly respondent: Respondent;
  readonly quality: EventOf<'displayed'>['data']['quality'];
  readonly sampling: Omit<EventOf<'displayed'>['data']['sampling'], 'daysSinceLastAsk'> & {
    readonly daysSinceLastAsk?: number | undefined;
  };
}

/** The content of a change without its id, time and sequence number. */
export interface Unstamped {
  readonly name: EventName;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Returns the data of an event: the question on screen, its instrument and scale, and the data of the event's type. */
export const toEventData = (
  { type: name, ...said }: Exclude<SessionChange, { type: 'drawn' }>,
  { survey, locale, state }: Session,
  presentation: NormalSurvey['presentation'],
): Unstamped => {
  const { questions } = state();
  const { answer, question } = said as { answer?: Answer; question?: Asked };
  // The skipped question may have been on an earlier step.
  const asked = question ?? questions.find(({ id }) => id === answer?.question.id) ?? (questions[0] as Asked);
  return {
    name,
    data: {
      presentation,
      locale: locale.tag,
      ...said,
      question: asked.asked,
      ...(isScored(asked) && { instrument: toInstrument(asked, survey), scale: asked.scale }),
    },
  };
};

/**
 * Adds the id, time, sequence number and facts to an event. When consent is denied, leaves out the respondent, the subject and the sampling
 * bucket, which is computed from the respondent.
 */
export const toEvent = (
  { name, data }: Unstamped,
  { id, time, responseId, survey, origin, custom, context, respondent, subject, ...facts }: EventDetails,
): ScoreletEvent => {
  const { traits, ...ids } = respondent;
  const type = EVENT_TYPES[name];
  return {
    specversion: '1.0',
    id,
    source: `${origin}#${survey.id}`,
    type: `scorelet.${type}.v1`,
    subject: responseId,
    time: new Date(time).toISOString(),
    datacontenttype: 'application/json',
    dataschema: `urn:scorelet:${type}:v1`,
    data: {
      // The sequence number, page, properties, quality and sampling.
      ...facts,
      survey: { id: survey.id, version: survey.version, group: survey.group },
      sdk: { name: 'scorelet', version: VERSION },
      context: { touchpoint: survey.touchpoint, ...context },
      ...(facts.quality.consent === 'denied'
        ? { sampling: { ...facts.sampling, bucket: 0 } }
        : { traits, respondent: ids, subject }),
      ...data,
      ...(custom && { presentation: 'custom' }),
    },
  } as unknown as ScoreletEvent;
};
