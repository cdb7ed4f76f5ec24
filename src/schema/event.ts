/** What is posted: CloudEvents 1.0, one schema for each type. Loose on purpose: a collector keeps what a newer client adds. */
import * as z from 'zod/mini';
import { answer, askedQuestion, instrument, respondentRef, scale, type scoreAnswer, surveyRef } from './answer.ts';
import { context, properties, subject, traits } from './context.ts';

export const DISMISS_REASONS = [
  'close_button',
  'escape',
  'never',
  'outside',
  'api',
  'route_change',
  'expired',
] as const;
export type DismissReason = (typeof DISMISS_REASONS)[number];

const common = {
  /** 0, 1, 2 … within one response, without a gap. */
  sequence: z.int().check(z.minimum(0)),
  survey: surveyRef,
  sdk: z.object({ name: z.string(), version: z.string() }),
  /** Origin and path; never query or hash. */
  page: z.optional(z.string()),
  context: z.optional(z.looseObject(context.shape)),
  traits: z.optional(traits),
  properties: z.optional(properties),
  subject: z.optional(z.looseObject(subject.shape)),
  respondent: z.optional(respondentRef),
  quality: z.object({
    /** Whether the client ran as `test`: such events never count. */
    test: z.boolean(),
    preview: z.boolean(),
    /** `navigator.webdriver`, unless the host said `mode: 'live'`. */
    automation: z.boolean(),
    consent: z.enum(['granted', 'pending', 'denied']),
  }),
};

const shown = {
  ...common,
  /** The question on screen and, when it is scored, its instrument and scale. */
  question: askedQuestion,
  instrument: z.optional(instrument),
  scale: z.optional(scale),
  presentation: z.enum(['popover', 'inline', 'modal', 'banner', 'anchored', 'tab', 'custom']),
  locale: z.string(),
  sampling: z.object({
    /** The share of respondents who are asked, 0 … 1. */
    rate: z.number(),
    /** The respondent's place in 0 … 9999, the same for every draw. */
    bucket: z.int(),
    /** The how-manieth display of this survey to this browser, from 1. */
    nthAsk: z.int(),
    daysSinceLastAsk: z.optional(z.number()),
  }),
};

const cloudEvent = <Type extends string, Data extends z.core.$ZodLooseShape>(type: Type, data: Data) =>
  z.object({
    specversion: z.literal('1.0'),
    id: z.string().check(z.minLength(1), z.maxLength(100)),
    /** Page origin and survey: `https://shop.example#post-purchase`. */
    source: z.string().check(z.minLength(1), z.maxLength(500)),
    type: z.literal(`scorelet.${type}.v1`),
    /** The response. */
    subject: z.string().check(z.minLength(1), z.maxLength(100)),
    time: z.iso.datetime(),
    datacontenttype: z.literal('application/json'),
    dataschema: z.literal(`urn:scorelet:${type}:v1`),
    data: z.object(data),
  });

export const surveyDisplayed = cloudEvent('survey.displayed', shown);
/** At least half of the prompt was in sight for a second. */
export const surveyViewed = cloudEvent('survey.viewed', shown);
export const questionAnswered = cloudEvent('question.answered', { ...shown, answer });
export const questionSkipped = cloudEvent('question.skipped', shown);
/** Repeats every answer: what was said last, whatever was lost or late before. */
export const surveyCompleted = cloudEvent('survey.completed', {
  ...shown,
  answers: z.array(answer),
  submitMs: z.number(),
});
export const surveyDismissed = cloudEvent('survey.dismissed', {
  ...shown,
  reason: z.enum(DISMISS_REASONS),
  answeredCount: z.int(),
});
export const surveySnoozed = cloudEvent('survey.snoozed', { ...shown, answeredCount: z.int() });
export const linkFollowed = cloudEvent('link.followed', {
  ...shown,
  url: z.string(),
  link: z.enum(['privacy', 'ending']),
});
export const sdkFailed = cloudEvent('sdk.failed', {
  ...common,
  code: z.string(),
  message: z.string().check(z.maxLength(500)),
});

/** The names of `on()` and the schema of what each delivers. */
export const eventByName = {
  displayed: surveyDisplayed,
  viewed: surveyViewed,
  answered: questionAnswered,
  skipped: questionSkipped,
  completed: surveyCompleted,
  dismissed: surveyDismissed,
  snoozed: surveySnoozed,
  linkFollowed,
  failed: sdkFailed,
};
export type EventName = keyof typeof eventByName;
export type EventOf<Name extends EventName> = z.infer<(typeof eventByName)[Name]>;

export const event = z.discriminatedUnion('type', [
  surveyDisplayed,
  surveyViewed,
  questionAnswered,
  questionSkipped,
  surveyCompleted,
  surveyDismissed,
  surveySnoozed,
  linkFollowed,
  sdkFailed,
]);
export type ScoreletEvent = z.infer<typeof event>;

/** The events that carry a score, for those who read rows. */
export type ScoreEvent = Omit<EventOf<'answered'>, 'data'> & {
  data: Omit<EventOf<'answered'>['data'], 'answer'> & { answer: z.infer<typeof scoreAnswer> };
};
