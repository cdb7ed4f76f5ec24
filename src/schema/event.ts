/**
 * The events that the client posts: CloudEvents 1.0, one schema for each type. Unknown fields are valid, because newer clients may add
 * fields.
 */
import * as z from 'zod/mini';
import { answer, askedQuestion, instrument, respondentRef, scale, surveyRef } from './answer.ts';
import { context, properties, subject } from './context.ts';
import { traits } from './matcher.ts';

export const DISMISS_REASONS = [
  'close_button',
  'escape',
  'never',
  'outside',
  'removed',
  'replaced',
  'api',
  'route_change',
  'expired',
] as const;
export type DismissReason = (typeof DISMISS_REASONS)[number];

/** The gates that decide whether a survey may be shown, in the order of evaluation. */
export const GATES = [
  /** This gate is closed when the definition is invalid. */
  'definition',
  /** This gate is closed when the mode is `off`, or when the page previews another survey. */
  'mode',
  'url',
  'device',
  'locale',
  'referrer',
  'role',
  'traits',
  /** This gate is closed when the host page's `isEligible` returned false. */
  'predicate',
  'sampling',
  /** This gate is closed when the respondent's history on other devices has not arrived. */
  'history',
  /** This gate is closed when the respondent chose "Don't ask again". */
  'never',
  /** This gate is closed when a frequency cap (a clock of the definition) is active. */
  'clock',
  /** This gate is closed when the trigger has not fired. */
  'trigger',
  /** This gate is closed when the trigger fired too long ago. */
  'expired',
  /** This gate is closed when another prompt is open in this tab. */
  'turn',
  /** This gate is closed when a prompt is open in another tab. */
  'tab',
  /** This gate is closed when a modal is open, the respondent is typing, or the page is hidden or in fullscreen. */
  'page',
  /** This gate is closed when the host page's `beforeShow` returned false. */
  'veto',
] as const;
export type GateName = (typeof GATES)[number];

const common = {
  /** The sequence number of the event in its response: 0, 1, 2 … without gaps. */
  sequence: z.int().check(z.minimum(0)),
  survey: surveyRef,
  sdk: z.object({ name: z.string(), version: z.string() }),
  /** The origin and path of the page, without query and hash. */
  page: z.optional(z.string()),
  context: z.optional(z.looseObject(context.shape)),
  traits: z.optional(traits),
  properties: z.optional(properties),
  subject: z.optional(z.looseObject(subject.shape)),
  respondent: z.optional(respondentRef),
  quality: z.object({
    /** True when the client ran in the mode `test`. Survey results leave out such events. */
    test: z.boolean(),
    preview: z.boolean(),
    /** The value of `navigator.webdriver`; false when the host page set `mode: 'live'`. */
    automation: z.boolean(),
    consent: z.enum(['granted', 'pending', 'denied']),
  }),
};

const shown = {
  ...common,
  /** The question on screen. For a scored question, `instrument` and `scale` are also present. */
  question: askedQuestion,
  instrument: z.optional(instrument),
  scale: z.optional(scale),
  presentation: z.enum(['popover', 'inline', 'modal', 'banner', 'anchored', 'tab', 'custom']),
  locale: z.string(),
  sampling: z.object({
    /** The sampling rate: the share of respondents who are asked, 0 … 1. */
    rate: z.number(),
    /** The respondent's sampling bucket, 0 … 9999. It stays the same for each survey and respondent. 0 when consent is denied. */
    bucket: z.int(),
    /** The number of displays of this survey in this browser, including this one. */
    nthAsk: z.int(),
    daysSinceLastAsk: z.optional(z.number()),
  }),
};

const cloudEvent = <Type extends string, Data extends z.core.$ZodLooseShape>(type: Type, data: Data) =>
  z.object({
    specversion: z.literal('1.0'),
    id: z.string().check(z.minLength(1), z.maxLength(100)),
    /** The origin of the page and the survey id, such as `https://shop.example#post-purchase`. */
    source: z.string().check(z.minLength(1), z.maxLength(500)),
    type: z.literal(`scorelet.${type}.v1`),
    /** The id of the response. */
    subject: z.string().check(z.minLength(1), z.maxLength(100)),
    time: z.iso.datetime(),
    datacontenttype: z.literal('application/json'),
    dataschema: z.literal(`urn:scorelet:${type}:v1`),
    data: z.object(data),
  });

const surveyDisplayed = cloudEvent('survey.displayed', shown);
/** Posted when at least half of the prompt was in the viewport for one second. */
const surveyViewed = cloudEvent('survey.viewed', shown);
const questionAnswered = cloudEvent('question.answered', { ...shown, answer });
const questionSkipped = cloudEvent('question.skipped', shown);
/**
 * Posted when the respondent has completed the survey. Repeats the final answer to every question, so that earlier events may be lost or
 * late.
 */
const surveyCompleted = cloudEvent('survey.completed', {
  ...shown,
  answers: z.array(answer),
  submitMs: z.number(),
});
const surveyDismissed = cloudEvent('survey.dismissed', {
  ...shown,
  reason: z.enum(DISMISS_REASONS),
  answeredCount: z.int(),
});
const surveySnoozed = cloudEvent('survey.snoozed', { ...shown, answeredCount: z.int() });
const decision = {
  ...common,
  /** The trigger that fired, such as `load`, `event order.confirmed` or `show`. */
  trigger: z.string(),
};
/** Posted when all gates were open. The client posts `eligible` and `suppressed` only with `report: 'decisions'`. */
const surveyEligible = cloudEvent('survey.eligible', decision);
const surveySuppressed = cloudEvent('survey.suppressed', {
  ...decision,
  /** The closed gates. There is at least one. */
  reasons: z.array(
    z.object({
      gate: z.enum(GATES),
      /** The name of the frequency cap. Present only for the gate `clock`. */
      name: z.optional(z.string()),
      /** When the gate opens. Absent when the time is unknown or the gate never opens. */
      opensAt: z.optional(z.iso.datetime()),
    }),
  ),
});
export const linkFollowed = cloudEvent('link.followed', {
  ...shown,
  url: z.string(),
  link: z.enum(['privacy', 'ending']),
});
const sdkFailed = cloudEvent('sdk.failed', {
  ...common,
  code: z.string(),
  message: z.string().check(z.maxLength(500)),
});

/** The event names that `on()` accepts, each with the schema of its events. */
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
