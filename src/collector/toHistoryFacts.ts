import type { HistoryFact, HistoryOutcome, ScoreletEvent } from '../schema/index.ts';
import { HISTORY_OUTCOMES } from '../schema/index.ts';
import type { HistoryQuestion, ReceivedEvent } from './store.ts';

/** Returns false for an event whose type is not part of a display. */
const isOfDisplay = ({ event: { type } }: ReceivedEvent) =>
  type !== 'scorelet.sdk.failed.v1' &&
  type !== 'scorelet.survey.eligible.v1' &&
  type !== 'scorelet.survey.suppressed.v1';

const isFlagged = ({ event }: ReceivedEvent) => {
  const { test, preview, automation } = event.data.quality;
  return test || preview || automation;
};

/** Reasons of a dismissal by the respondent. Other reasons mean that the host page closed the prompt. */
const REFUSALS = ['close_button', 'escape', 'outside'];

const toOutcome = ({ type, data }: ScoreletEvent): HistoryOutcome | undefined => {
  switch (type) {
    case 'scorelet.question.answered.v1':
    case 'scorelet.survey.completed.v1':
      return 'answered';
    case 'scorelet.survey.snoozed.v1':
      return 'snoozed';
    case 'scorelet.survey.dismissed.v1':
      if (data.reason === 'never') return 'never';
      // A dismissal after an answer counts as answered. A prompt that the host page closed counts as displayed only.
      return data.answeredCount > 0 || !REFUSALS.includes(data.reason) ? undefined : 'dismissed';
    default:
      return undefined;
  }
};

/**
 * Returns the metric and scope of an event. Ignores the instrument of a text answer: the event carries the scale on screen, but the text
 * does not answer that scale.
 */
const toInstrument = ({ data }: ScoreletEvent) => {
  if ('answer' in data) return data.answer.kind === 'score' ? data.answer.instrument : undefined;
  return 'instrument' in data ? data.instrument : undefined;
};

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));
const placeOf = ({ outcome }: HistoryFact) => HISTORY_OUTCOMES.indexOf(outcome);

const toFactsOfResponse = (received: readonly ReceivedEvent[]): HistoryFact[] => {
  const inOrder = [...received].sort(
    (a, b) =>
      a.event.data.sequence - b.event.data.sequence || a.occurredAt - b.occurredAt || compare(a.event.id, b.event.id),
  );
  const events = inOrder.map(({ event }) => event);
  const data = events.map((event) => event.data);
  const survey = data[0]?.survey;
  if (!survey) return [];
  const instrument = events.map(toInstrument).find(Boolean);
  const touchpoint = data.findLast(({ context }) => context?.touchpoint)?.context?.touchpoint?.id;
  const group = data.findLast((each) => each.survey.group !== undefined)?.survey.group;
  const subject = data.findLast((each) => each.subject)?.subject;
  const about = {
    survey: survey.id,
    ...(instrument ? { metric: instrument.metric, scope: instrument.scope } : {}),
    ...(touchpoint === undefined ? {} : { touchpoint }),
    ...(group === undefined ? {} : { group }),
    ...(subject ? { subject: { type: subject.type, id: subject.id } } : {}),
  };
  const times = new Map<HistoryOutcome, number>();
  for (const { event, occurredAt } of received) {
    // Every event of a response proves its display, because the `displayed` event can be lost.
    times.set('displayed', Math.min(occurredAt, times.get('displayed') ?? occurredAt));
    const outcome = toOutcome(event);
    if (outcome) times.set(outcome, Math.max(occurredAt, times.get(outcome) ?? occurredAt));
  }
  return [...times].map(([outcome, at]) => ({ ...about, outcome, at: Math.max(0, Math.round(at)) }));
};

/**
 * Converts the events of one respondent to the facts that `historyOf` returns, for stores that do not use SQL. Each response gives one
 * `displayed` fact and at most one fact for each other outcome. Leaves out test, preview and automation events unless `test` is true.
 */
export const toHistoryFacts = (
  events: readonly ReceivedEvent[],
  { limit, test }: Pick<HistoryQuestion, 'limit' | 'test'>,
): readonly HistoryFact[] => {
  const responses = new Map<string, ReceivedEvent[]>();
  for (const received of events.filter(isOfDisplay)) {
    const name = JSON.stringify([received.event.source, received.event.subject]);
    const response = responses.get(name);
    if (response) response.push(received);
    else responses.set(name, [received]);
  }
  return [...responses.values()]
    .filter((response) => test || !response.some(isFlagged))
    .flatMap(toFactsOfResponse)
    .sort((a, b) => a.at - b.at || placeOf(a) - placeOf(b))
    .slice(-limit);
};
