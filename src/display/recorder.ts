import type { ClientEnvironment } from '../api/clientEnvironment.ts';
import type { DisplayOccasion } from '../api/displayOccasion.ts';
import { callHost } from '../browser/callHost.ts';
import { randomId } from '../browser/randomId.ts';
import { toJson } from '../browser/toJson.ts';
import { isUrgent } from '../core/events.ts';
import { isAnswer } from '../core/rules/outcome.ts';
import type { NormalSurvey } from '../core/session/normalSurvey.ts';
import { toEvent, type Unstamped } from '../core/session/toEvent.ts';
import type { ClientOutbox } from '../delivery/delivery.ts';
import type { ScoreletEvent } from '../schema/index.ts';
import type { ResponseDetails } from './response.ts';

/**
 * Returns a function that records the events of one response. It adds id, time and facts to each event, calls the hooks and adds the event
 * to the outbox.
 */
export const createRecorder = (
  { options, mode, automation, now, report, listeners, state }: ClientEnvironment,
  survey: NormalSurvey,
  { subject, properties }: Pick<DisplayOccasion, 'subject' | 'properties'>,
  response: ResponseDetails,
  deliver: ClientOutbox['add'],
): ((event: Unstamped) => void) => {
  const { origin, pathname } = location;

  const stamp = (unstamped: Unstamped): ScoreletEvent => {
    const { context, respondent, consent } = state;
    const { experiment, ...shared } = response;
    return toEvent(unstamped, {
      ...shared,
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
  };

  return (unstamped) => {
    const { name } = unstamped;
    const stamped = stamp(unstamped);
    const { beforeSend } = options;
    // The `beforeSend` hook runs before the sequence number increases, so that an event that the hook drops leaves no gap.
    const event = callHost(report, 'beforeSend', () => (beforeSend ? beforeSend(stamped) : stamped), stamped);
    if (!event) return;
    response.sequence++;
    // The event goes to the outbox before the host page's listeners run, because a listener may leave the page.
    if (mode !== 'preview') {
      deliver({ id: event.id, json: toJson(event), urgent: isUrgent(name), answer: isAnswer(name) });
    }
    for (const [heard, listener] of [...listeners]) {
      if (heard === name) callHost(report, `on ${name}`, () => listener(event as never));
    }
  };
};
