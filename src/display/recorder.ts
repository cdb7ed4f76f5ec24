/** Writes down the events of one response: ids, times, facts, and a sequence without gaps. */
import { randomId } from '../browser/randomId.ts';
import { toJson } from '../browser/toJson.ts';
import { toBucket } from '../core/rules/sampling.ts';
import { EVENT_TRAITS } from '../core/session/eventTraits.ts';
import type { NormalSurvey } from '../core/session/normalSurvey.ts';
import { type EventFacts, toEvent, type Unstamped } from '../core/session/toEvent.ts';

import type { ClientOutbox } from '../delivery/delivery.ts';
import { readRecords } from '../memory/records.ts';
import { toRecordsKey } from '../memory/recordsKey.ts';
import type { Context, ScoreletEvent, Survey } from '../schema/index.ts';
import type { DisplayEnvironment, Occasion } from './displays.ts';

const DAY_MS = 86_400_000;

/** What the events of a response have in common: it outlives a reload. */
export interface ResponseFacts extends Pick<EventFacts, 'responseId' | 'sampling'> {
  /** The variant it was drawn into: it stays, whatever is drawn later. */
  experiment?: Context['experiment'];
  /** The next event's. */
  sequence: number;
}

/** Begins a response. */
export const toResponse = (
  { store, facts, now }: DisplayEnvironment,
  { id }: Survey,
  { sampling, experiment }: Occasion,
): ResponseFacts => {
  const responseId = randomId();
  const asks = readRecords(store, toRecordsKey(facts.respondent, id)).filter(({ outcome }) => outcome === 'displayed');
  const lastAsk = asks.at(-1)?.at;
  return {
    responseId,
    sequence: 0,
    sampling: {
      rate: 1,
      bucket: toBucket(id, facts.respondent.id ?? responseId),
      nthAsk: asks.length + 1,
      daysSinceLastAsk: lastAsk && Math.trunc((now() - lastAsk) / DAY_MS),
      ...sampling,
    },
    experiment,
  };
};

/** Creates the record of a response. What it is given is stamped, shown to `beforeSend` and the listeners, and on its way. */
export const createRecorder = (
  { options, mode, automation, now, report, emit, facts }: DisplayEnvironment,
  survey: NormalSurvey,
  { subject, properties }: Occasion,
  response: ResponseFacts,
  deliver: ClientOutbox['add'],
): ((event: Unstamped) => void) => {
  const { origin, pathname } = location;
  return (unstamped) => {
    const { name } = unstamped;
    const { context, respondent, consent } = facts;
    const { experiment, ...said } = response;
    const draft = toEvent(unstamped, {
      ...said,
      context: experiment ? { ...context, experiment } : context,
      respondent,
      id: randomId(),
      time: now(),
      survey,
      origin,
      page: origin + pathname,
      custom: !!options.present,
      subject,
      properties,
      quality: { test: mode === 'test', preview: mode === 'preview', automation, consent },
    });
    let event: ScoreletEvent | null = draft;
    try {
      // Before the sequence is given, so that an event the host keeps back leaves no gap.
      if (options.beforeSend) event = options.beforeSend(draft);
    } catch (cause) {
      report('callback_failed', `beforeSend: ${cause}`, { cause });
    }
    if (!event) return;
    response.sequence++;
    // On the device before the host's listeners, one of which may leave the page.
    if (mode !== 'preview') {
      deliver({ id: event.id, json: toJson(event), ...EVENT_TRAITS[name] });
    }
    emit(name, event);
  };
};
