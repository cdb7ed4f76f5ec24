/** Creates valid events that are recognizable as test events: they have `quality.test`, and their ids start with `ID_PREFIX`. */
import { randomBytes } from 'node:crypto';
import { VERSION } from '../../core/session/version.ts';
import type { DismissReason, EventOf, ScoreletEvent } from '../../schema/index.ts';

export const ID_PREFIX = 'scorelet-conformance-';
export const SURVEY_ID = 'scorelet-conformance';

export interface TestEvents {
  /** Returns a new unique event id. */
  newId(): string;
  displayed(facts?: Facts): EventOf<'displayed'>;
  viewed(facts?: Facts): EventOf<'viewed'>;
  /** Creates an `answered` event: a score of 9 for an NPS question. */
  answered(facts?: Facts): EventOf<'answered'>;
  /** Creates an `answered` event with a comment. */
  commented(text: string, facts?: Facts): EventOf<'answered'>;
  completed(facts?: Facts): EventOf<'completed'>;
  dismissed(reason: DismissReason, answeredCount: number, facts?: Facts): EventOf<'dismissed'>;
  snoozed(facts?: Facts): EventOf<'snoozed'>;
  /** Creates one event of every type. All belong to one response and are in sequence. */
  everyType(): ScoreletEvent[];
  /**
   * Creates an event with a comment. The JSON of the event has exactly `bytes` bytes. The comment repeats `character` (one code point).
   * @default 'x'
   */
  sized(bytes: number, character?: string): EventOf<'answered'>;
}

export interface Facts {
  id?: string | undefined;
  response?: string | undefined;
  sequence?: number | undefined;
  /** The time of the event in milliseconds since 1970. @default the current time */
  time?: number | undefined;
  /** The id of the respondent. @default no respondent */
  respondent?: string | undefined;
}

export const byteLength = (value: object) => Buffer.byteLength(JSON.stringify(value));

const question = (id: string, type: 'nps' | 'text', title: string) => ({
  id,
  type,
  title,
  wordingId: 'conformance',
  locale: 'en',
});
const NPS = question('nps', 'nps', 'How likely is it that you would recommend us to a friend or colleague?');
const COMMENT = question('comment', 'text', 'What is the main reason for your score?');
const INSTRUMENT = { metric: 'nps', variant: 'nps', scope: 'transactional' } as const;
const SCALE = {
  min: 0,
  max: 10,
  polarity: 'higher_is_better',
  style: 'number',
  low: 'Not at all likely',
  high: 'Extremely likely',
} as const;
const COMMIT = { inputMode: 'api', changes: 0, firstAnswerMs: 900 } as const;
const NINE = {
  kind: 'score',
  question: NPS,
  instrument: INSTRUMENT,
  scale: SCALE,
  score: 9,
  normalized: 0.9,
  segment: 'promoter',
  commit: COMMIT,
} as const;
const toText = (text: string) =>
  ({
    kind: 'text',
    question: COMMENT,
    text,
    textLength: [...text].length,
    language: 'en',
    commit: COMMIT,
  }) as const;

/** Creates the event factory of one run. `origin` is the origin of the page in the events. */
export const createTestEvents = (origin: string): TestEvents => {
  const run = randomBytes(6).toString('hex');
  let count = 0;
  const newId = () => `${ID_PREFIX}${run}-${++count}`;

  const common = (facts: Facts) => ({
    sequence: facts.sequence ?? 0,
    survey: { id: SURVEY_ID, version: 1 },
    sdk: { name: 'scorelet-conformance', version: VERSION },
    page: `${origin}/conformance`,
    ...(facts.respondent === undefined ? {} : { respondent: { id: facts.respondent } }),
    quality: { test: true, preview: false, automation: true, consent: 'granted' } as const,
  });
  const shown = (facts: Facts) => ({
    ...common(facts),
    question: NPS,
    instrument: INSTRUMENT,
    scale: SCALE,
    presentation: 'popover' as const,
    locale: 'en',
    sampling: { rate: 1, bucket: 4711, nthAsk: 1 },
  });
  const envelope = <Name extends string>(name: Name, facts: Facts) => ({
    specversion: '1.0' as const,
    id: facts.id ?? newId(),
    source: `${origin}#${SURVEY_ID}`,
    type: `scorelet.${name}.v1` as const,
    subject: facts.response ?? newId(),
    time: new Date(facts.time ?? Date.now()).toISOString(),
    datacontenttype: 'application/json' as const,
    dataschema: `urn:scorelet:${name}:v1` as const,
  });

  const displayed: TestEvents['displayed'] = (facts = {}) => ({
    ...envelope('survey.displayed', facts),
    data: shown(facts),
  });
  const viewed: TestEvents['viewed'] = (facts = {}) => ({ ...envelope('survey.viewed', facts), data: shown(facts) });
  const answered: TestEvents['answered'] = (facts = {}) => ({
    ...envelope('question.answered', facts),
    data: { ...shown(facts), answer: NINE },
  });
  const commented: TestEvents['commented'] = (text, facts = {}) => ({
    ...envelope('question.answered', facts),
    data: { ...shown(facts), question: COMMENT, answer: toText(text) },
  });
  const completed: TestEvents['completed'] = (facts = {}) => ({
    ...envelope('survey.completed', facts),
    data: { ...shown(facts), answers: [NINE, toText('Fast')], submitMs: 4_000 },
  });
  const dismissed: TestEvents['dismissed'] = (reason, answeredCount, facts = {}) => ({
    ...envelope('survey.dismissed', facts),
    data: { ...shown(facts), reason, answeredCount },
  });
  const snoozed: TestEvents['snoozed'] = (facts = {}) => ({
    ...envelope('survey.snoozed', facts),
    data: { ...shown(facts), answeredCount: 0 },
  });

  return {
    newId,
    displayed,
    viewed,
    answered,
    commented,
    completed,
    dismissed,
    snoozed,
    everyType() {
      const response = newId();
      let sequence = 0;
      const next = () => ({ response, sequence: sequence++ });
      const rest = <Name extends string, More extends object>(name: Name, more: More) => {
        const facts = next();
        return { ...envelope(name, facts), data: { ...shown(facts), ...more } };
      };
      return [
        displayed(next()),
        viewed(next()),
        answered(next()),
        rest('link.followed', { url: 'https://conformance.example/privacy', link: 'privacy' as const }),
        rest('question.skipped', {}),
        snoozed(next()),
        dismissed('close_button', 1, next()),
        completed(next()),
        {
          ...envelope('survey.eligible', { response }),
          data: { ...common(next()), trigger: 'load' },
        },
        {
          ...envelope('survey.suppressed', { response }),
          data: {
            ...common(next()),
            trigger: 'load',
            reasons: [
              { gate: 'clock' as const, name: 'answered', opensAt: new Date(Date.now() + 1_000).toISOString() },
            ],
          },
        },
        {
          ...envelope('sdk.failed', { response }),
          data: { ...common(next()), code: 'conformance', message: 'A test' },
        },
      ];
    },
    sized(bytes, character = 'x') {
      const facts = { id: newId(), response: newId(), time: Date.now() };
      const width = Buffer.byteLength(character);
      // The event also contains the length of the comment, so the number of digits of that length can change the size.
      let length = Math.floor((bytes - byteLength(commented('', facts))) / width) - 8;
      const toEvent = (spare: number) => commented(character.repeat(length) + 'x'.repeat(spare), facts);
      while (byteLength(toEvent(0)) + width <= bytes) length++;
      let event = toEvent(0);
      for (let spare = 0; byteLength(event) < bytes; spare++) event = toEvent(spare);
      return event;
    },
  };
};
