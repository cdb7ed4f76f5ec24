/** Writes down the events of one response: ids, times, facts, and a sequence without gaps. */
import { randomId } from './browser/randomId.ts';
import { toJson } from './browser/toJson.ts';
import type { NormalSurvey } from './core/normalSurvey.ts';
import { toEvent, type Unstamped } from './core/toEvent.ts';
import { toHash } from './core/toHash.ts';
import type { DisplayEnvironment, Occasion } from './display.ts';
import type { ScoreletEvent } from './schema/index.ts';
import type { EventQueue } from './transport/transport.ts';

const DAY_MS = 86_400_000;
const BUCKETS = 10_000;

/** May wait for company; what somebody said, and that they are gone, leaves at once. */
const PATIENT = /displayed|viewed|skipped/;

/** Creates the record of one response. What it is given is stamped, shown to `beforeSend` and the listeners, and queued. */
export const createRecorder = (
  { options, mode, automation, now, report, emit, facts, recordOf }: DisplayEnvironment,
  survey: NormalSurvey,
  { subject, properties }: Occasion,
  queue: EventQueue,
): ((event: Unstamped) => void) => {
  const responseId = randomId();
  const { asks, lastAsk } = recordOf(survey.id);
  const bucket = Number.parseInt(toHash((facts.respondent.id ?? responseId) + survey.id), 16) % BUCKETS;
  const daysSinceLastAsk = lastAsk && Math.max(0, Math.trunc((now() - lastAsk) / DAY_MS));
  const { origin, pathname } = location;
  let sequence = 0;
  return (unstamped) => {
    const { context, respondent, consent } = facts;
    const draft = toEvent(unstamped, {
      context,
      respondent,
      id: randomId(),
      time: now(),
      sequence,
      responseId,
      survey,
      origin,
      page: origin + pathname,
      custom: !!options.present,
      subject,
      properties,
      quality: { test: mode === 'test', preview: mode === 'preview', automation, consent },
      sampling: { rate: 1, bucket, nthAsk: asks + 1, daysSinceLastAsk },
    });
    let event: ScoreletEvent | null = draft;
    try {
      // Before the sequence is given, so that an event the host keeps back leaves no gap.
      if (options.beforeSend) event = options.beforeSend(draft);
    } catch (cause) {
      report('callback_failed', `beforeSend: ${cause}`, { cause });
    }
    if (!event) return;
    sequence++;
    emit(unstamped.name, event);
    if (mode !== 'preview') queue.add({ id: event.id, json: toJson(event), urgent: !PATIENT.test(unstamped.name) });
  };
};
