import { type EventDetails, type Session, toEvent, toEventData } from '../../src/core/index.ts';
import type { ScoreletEvent } from '../../src/schema/index.ts';

/** Event details with fixed ids, times and context, for tests that do not depend on these values. */
export const facts = (sequence = 0, more: Partial<EventDetails> = {}): Omit<EventDetails, 'survey'> => ({
  id: `id-${sequence}`,
  time: Date.UTC(2026, 0, 2, 3, 4, 5),
  sequence,
  responseId: 'response-1',
  origin: 'https://shop.example',
  page: 'https://shop.example/order',
  custom: false,
  subject: { type: 'order', id: '1001' },
  context: { touchpoint: { id: 'checkout' }, resolution: { ticketId: '7', timeToResolutionMs: 5 } },
  respondent: { id: 'u-1', traits: { plan: 'pro' } },
  quality: { test: false, preview: false, automation: false, consent: 'granted' },
  sampling: { rate: 1, bucket: 17, nthAsk: 1 },
  ...more,
});

/** Collects an event for each later change of a session, as the collector would parse it from JSON. */
export const toPosted = (session: Session, more: Partial<EventDetails> = {}): ScoreletEvent[] => {
  const list: ScoreletEvent[] = [];
  session.subscribe((change) => {
    if (change.type === 'drawn') return;
    const { length } = list;
    const event = toEvent(toEventData(change, session, 'popover'), {
      ...facts(length),
      ...more,
      id: `id-${length}`,
      sequence: length,
      survey: session.survey,
    });
    list.push(JSON.parse(JSON.stringify(event)));
  });
  return list;
};
