/** Creates events as the SDK posts them, for the tests of the reference collector. The schema checks each event. */
import type { EventStore, ReceivedEvent } from '../../src/collector/index.ts';
import { parseEvent, type ScoreletEvent } from '../../src/schema/index.ts';

export const SOURCE = 'https://shop.example#post-purchase';

const INSTRUMENTS = {
  nps: { metric: 'nps', min: 0, max: 10, polarity: 'higher_is_better' },
  csat: { metric: 'csat', min: 1, max: 5, polarity: 'higher_is_better' },
  ces2: { metric: 'ces', min: 1, max: 7, polarity: 'higher_is_better' },
  ease5: { metric: 'ces', min: 1, max: 5, polarity: 'higher_is_better' },
  ces1: { metric: 'ces', min: 1, max: 5, polarity: 'lower_is_better' },
  rating: { metric: 'rating', min: 1, max: 10, polarity: 'higher_is_better' },
} as const;
export type FixtureVariant = keyof typeof INSTRUMENTS;

export interface Facts {
  response: string;
  /** The id of the event. @default a new id */
  id?: string;
  sequence?: number;
  /** When the event happened, by the collector's clock. @default 2026-03-10T12:00:00Z */
  at?: string;
  survey?: string;
  version?: number;
  variant?: FixtureVariant;
  question?: string;
  quality?: { test?: boolean; preview?: boolean; automation?: boolean };
  context?: Record<string, unknown>;
  locale?: string;
  presentation?: string;
  style?: string;
  /** The wording of the question. */
  title?: string;
  group?: string;
  /** The id of the respondent; `null` for an anonymous respondent. @default a new id for each response */
  respondent?: string | null;
  /** The publishable key of the request. */
  key?: string;
  /** The error of the sender's clock in milliseconds. It changes the `time` of the event, but not `occurredAt`. */
  skew?: number;
}

/** The value of an answer: a score, a text, choices, an e-mail address or a consent. */
export type Said =
  | number
  | string
  | { choices: readonly (string | { id: string; label: string })[]; other?: string; multiple?: boolean }
  | { email: string }
  | { given: true };

/** The value of an answer, with the facts of its question when the response has several questions. */
export type SaidTo = Said | { said: Said; facts: Partial<Facts> };

let lastId = 0;

const toScale = (variant: FixtureVariant, style = 'number') => {
  const { min, max, polarity } = INSTRUMENTS[variant];
  return { min, max, polarity, style, low: 'Not at all likely', high: 'Extremely likely' };
};

const toInstrument = (variant: FixtureVariant) => ({
  metric: INSTRUMENTS[variant].metric,
  variant,
  scope: 'transactional',
});

const toQuestion = (id: string, type: string, locale: string, title: string) => ({
  id,
  type,
  title,
  wordingId: 'w1',
  locale,
});

const COMMIT = { inputMode: 'pointer', changes: 0, firstAnswerMs: 900 };

const SCORE_TITLE = 'How likely is it that you would recommend Acme?';

const toOtherFixture = (said: Exclude<Said, number | string>, { question, title, locale = 'en' }: Facts) => {
  const asked = (type: string, words: string) => ({
    question: toQuestion(question ?? type, type, locale, title ?? words),
    commit: COMMIT,
  });
  if ('email' in said) return { kind: 'email', ...asked('email', 'Where may we write to you?'), ...said };
  if ('given' in said) return { kind: 'consent', ...asked('consent', 'You may write to me about this.'), ...said };
  const { choices, multiple = false, ...other } = said;
  return {
    kind: 'choice',
    ...asked('choice', 'What was difficult?'),
    choices: choices.map((each) => (typeof each === 'string' ? { id: each, label: `The ${each}` } : each)),
    multiple,
    ...other,
  };
};

/** Creates an answer as `question.answered` and `survey.completed` contain it. */
export const toFixtureAnswer = (said: Said, facts: Facts) => {
  const { variant = 'nps', locale = 'en' } = facts;
  if (typeof said === 'object') return toOtherFixture(said, facts);
  if (typeof said === 'string') {
    return {
      kind: 'text',
      question: toQuestion(
        facts.question ?? 'comment',
        'text',
        locale,
        facts.title ?? 'What is the main reason for your score?',
      ),
      text: said,
      textLength: [...said].length,
      language: locale,
      commit: COMMIT,
    };
  }
  const { min, max, polarity } = INSTRUMENTS[variant];
  const { metric } = INSTRUMENTS[variant];
  return {
    kind: 'score',
    question: toQuestion(facts.question ?? metric, metric, locale, facts.title ?? SCORE_TITLE),
    instrument: toInstrument(variant),
    scale: toScale(variant, facts.style),
    score: said,
    normalized: Math.min(
      1,
      Math.max(0, polarity === 'higher_is_better' ? (said - min) / (max - min) : (max - said) / (max - min)),
    ),
    commit: COMMIT,
  };
};

/** True for decision events, which carry no question. */
const isDecision = (type: string) => type === 'survey.eligible' || type === 'survey.suppressed';

const toFixture = (type: string, facts: Facts, said: Record<string, unknown>): ReceivedEvent => {
  const { response, id = `e${++lastId}`, sequence = 0, survey = 'post-purchase', version = 1 } = facts;
  const { variant = 'nps', locale = 'en', at = '2026-03-10T12:00:00Z', quality, context } = facts;
  const { group, respondent = `person-${response}`, key, skew = 0 } = facts;
  const { metric } = INSTRUMENTS[variant];
  const shown = {
    question: toQuestion(facts.question ?? metric, metric, locale, facts.title ?? SCORE_TITLE),
    instrument: toInstrument(variant),
    scale: toScale(variant, facts.style),
    presentation: facts.presentation ?? 'popover',
    locale,
    sampling: { rate: 1, bucket: 4711, nthAsk: 1 },
  };
  const event = {
    specversion: '1.0',
    id,
    source: SOURCE.replace('post-purchase', survey),
    type: `scorelet.${type}.v1`,
    subject: response,
    time: new Date(Date.parse(at) + skew).toISOString(),
    datacontenttype: 'application/json',
    dataschema: `urn:scorelet:${type}:v1`,
    data: {
      sequence,
      survey: { id: survey, version, ...(group === undefined ? {} : { group }) },
      sdk: { name: 'scorelet', version: '0.1.0' },
      page: 'https://shop.example/thanks',
      ...(context ? { context } : {}),
      subject: { type: 'order', id: `order-${response}` },
      ...(respondent === null ? {} : { respondent: { id: respondent } }),
      quality: { test: false, preview: false, automation: false, consent: 'granted', ...quality },
      ...(isDecision(type) ? {} : shown),
      ...said,
    },
  };
  parseEvent(event);
  const receivedAt = Date.parse(at);
  return {
    event: event as unknown as ScoreletEvent,
    json: JSON.stringify(event),
    receivedAt,
    occurredAt: receivedAt,
    key,
  };
};

export const displayed = (facts: Facts) => toFixture('survey.displayed', facts, {});
export const viewed = (facts: Facts) => toFixture('survey.viewed', { sequence: 1, ...facts }, {});
export const answered = (said: Said, facts: Facts) => {
  const answer = toFixtureAnswer(said, facts);
  return toFixture('question.answered', { sequence: 2, ...facts }, { answer, question: answer.question });
};

/** Merges the facts of one answer into the facts of its response. */
const toEach = (said: SaidTo, facts: Facts): { said: Said; facts: Facts } => {
  if (typeof said === 'object' && 'said' in said) return { said: said.said, facts: { ...facts, ...said.facts } };
  return { said, facts };
};

export const completed = (said: readonly SaidTo[], facts: Facts) =>
  toFixture(
    'survey.completed',
    { sequence: 9, ...facts },
    {
      answers: said.map((each) => {
        const { said: what, facts: own } = toEach(each, facts);
        return toFixtureAnswer(what, own);
      }),
      submitMs: 4_000,
    },
  );
export const dismissed = (reason: string, facts: Facts, answeredCount = 0) =>
  toFixture('survey.dismissed', { sequence: 3, ...facts }, { reason, answeredCount });
export const snoozed = (facts: Facts) => toFixture('survey.snoozed', { sequence: 3, ...facts }, { answeredCount: 0 });

/** Creates an event that a client posts with `report: 'decisions'`. */
export const eligible = (facts: Facts) => toFixture('survey.eligible', facts, { trigger: 'load' });
export const suppressed = (reasons: readonly { gate: string; name?: string; opensAt?: string }[], facts: Facts) =>
  toFixture('survey.suppressed', facts, { trigger: 'load', reasons });

/** Creates the event for a click on the link of an ending. */
export const linkFollowed = (facts: Facts) =>
  toFixture('link.followed', { sequence: 10, ...facts }, { url: 'https://shop.example/offers', link: 'ending' });

/** Creates all events of a response: displayed, viewed, answered, and completed with the same answers. */
export const wholeResponse = (said: readonly SaidTo[], facts: Facts): readonly ReceivedEvent[] => [
  displayed(facts),
  viewed(facts),
  ...said.map((each, index) => {
    const { said: what, facts: own } = toEach(each, facts);
    return answered(what, { ...own, sequence: 2 + index });
  }),
  completed(said, facts),
];

/** Adds each event in its own batch, in the given order. */
export const addInOrder = async (store: EventStore, events: readonly ReceivedEvent[]) => {
  for (const event of events) await store.add([event]);
};
