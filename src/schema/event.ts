/** What is posted: CloudEvents 1.0, one schema for each type. Loose on purpose: a collector keeps what a newer client adds. */
import * as z from 'zod/mini';
import { answer, askedQuestion, instrument, respondentRef, scale, type scoreAnswer, surveyRef } from './answer.ts';
import { context, properties, subject } from './context.ts';
import { traits } from './matcher.ts';

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

/** What may stand between a survey and a respondent, in the order in which it is looked at. */
export const GATES = [
  /** The definition is wrong. */
  'definition',
  /** `mode: 'off'`, or a preview of another survey. */
  'mode',
  'url',
  'device',
  'locale',
  'referrer',
  'role',
  'traits',
  /** The host's `isEligible`. */
  'predicate',
  'sampling',
  /** What other devices know has not come yet. */
  'history',
  /** "Don't ask again". */
  'never',
  /** One of the named clocks. */
  'clock',
  /** The moment has not come. */
  'trigger',
  /** The moment came too long ago. */
  'expired',
  /** Another prompt is open in this tab. */
  'turn',
  /** A prompt is open in another tab. */
  'tab',
  /** A modal is open, somebody writes, the page is hidden or in fullscreen. */
  'page',
  /** The host's `beforeShow`. */
  'veto',
] as const;
export type GateName = (typeof GATES)[number];

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
const decision = {
  ...common,
  /** What triggered it: `load`, `event order.confirmed`, `show` … */
  trigger: z.string(),
};
/** Nothing stood in the way. Posted only with `report: 'decisions'`, as is `suppressed`. */
export const surveyEligible = cloudEvent('survey.eligible', decision);
export const surveySuppressed = cloudEvent('survey.suppressed', {
  ...decision,
  /** Every gate that was closed, at least one. */
  reasons: z.array(
    z.object({
      gate: z.enum(GATES),
      /** Of a clock. */
      name: z.optional(z.string()),
      /** When it opens, if that is known and not never. */
      opensAt: z.optional(z.iso.datetime()),
    }),
  ),
});
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
  eligible: surveyEligible,
  suppressed: surveySuppressed,
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
  surveyEligible,
  surveySuppressed,
  linkFollowed,
  sdkFailed,
]);
export type ScoreletEvent = z.infer<typeof event>;

/** The events that carry a score, for those who read rows. */
export type ScoreEvent = Omit<EventOf<'answered'>, 'data'> & {
  data: Omit<EventOf<'answered'>['data'], 'answer'> & { answer: z.infer<typeof scoreAnswer> };
};
