import * as z from 'zod/mini';
import { frequency } from './frequency.ts';
import { address, duration, id, label, segment, wording } from './primitives.ts';
import { cesScale, csatScale, labels, npsScale, question, textFields } from './question.ts';
import { experiment, targeting } from './targeting.ts';
import { trigger } from './trigger.ts';

/** The point of the customer journey at which a survey is shown. */
export const touchpoint = z.strictObject({
  id,
  journeyStage: z.optional(label),
  intent: z.optional(label),
});

/** The endings of a survey. An ending replaces the questions after the respondent has submitted them. */
export const endings = z
  .array(
    z.strictObject({
      /**
       * Shows the ending only when the first score is in one of these segments.
       * @default all segments
       */
      segments: z.optional(z.array(segment).check(z.minLength(1), z.maxLength(8))),
      /** The sentence of the ending. @default the survey's `thanks` */
      thanks: z.optional(wording),
      link: z.optional(z.strictObject({ url: address, label })),
    }),
  )
  .check(z.minLength(1), z.maxLength(8));

/** The translated wording of one question, by field name. Labels are a list; options are translated by option id. */
const questionWords = z.record(id, z.union([wording, labels, z.record(id, wording)]));
/** Translations by language tag. Each contains `thanks` and the wording of questions by question id. */
export const translations = z.record(id, z.record(id, z.union([wording, questionWords])));

const common = {
  id,
  /** The version of the survey. Increase it when the meaning of an answer changes. @default 1 */
  version: z.optional(z.int().check(z.minimum(0), z.maximum(4000))),
  /** The group of the survey, a name that several surveys share. A frequency cap with `per: 'group'` counts all surveys of the group. */
  group: z.optional(id),
  /** When the client considers showing the survey. @default 'load' */
  trigger: z.optional(trigger),
  /** Which respondents the survey asks, and on which pages. @default every respondent except agents, on every page */
  targeting: z.optional(targeting),
  /**
   * The frequency caps of the survey, by name.
   * @default the frequency caps of `core/rules/defaultClocks.ts`
   */
  frequency: z.optional(frequency),
  /**
   * The priority of the survey. When several surveys may be shown, the one with the highest priority is shown first. Among equals, the
   * survey that was shown longest ago is shown first.
   * @default 0
   */
  priority: z.optional(z.int().check(z.minimum(-1000), z.maximum(1000))),
  /** The sampling rate: the share of respondents who are asked, 0 … 1. A sampled respondent stays sampled. @default 1 */
  sampling: z.optional(z.number().check(z.minimum(0), z.maximum(1))),
  experiment: z.optional(experiment),
  /** The type of the survey's subject, such as `'order'` or `'ticket'`. The survey is shown once for each subject. */
  subject: z.optional(id),
  /**
   * Whether the survey asks about the relationship or about one transaction.
   * @default 'transactional' when the survey has a `subject` or its metric is CSAT or CES; otherwise 'relational'
   */
  scope: z.optional(z.enum(['relational', 'transactional'])),
  touchpoint: z.optional(touchpoint),
  /** How the prompt appears on the page. @default 'popover' */
  presentation: z.optional(z.enum(['popover', 'inline', 'modal', 'banner', 'anchored', 'tab'])),
  /**
   * Where the prompt appears. For a popover: the corner or edge of the window. For a banner: `top` or `bottom`. For a tab: `start` or
   * `end`. For an anchored prompt: the side of the anchor.
   * @default 'bottom-end', 'bottom' for a banner and an anchor, 'end' for a tab
   */
  placement: z.optional(
    z.enum(['bottom-end', 'bottom-start', 'top-end', 'top-start', 'bottom', 'top', 'start', 'end']),
  ),
  /** The distance between the prompt and the edges of the window, in CSS pixels: `x` horizontal, `y` vertical. @default 16 */
  offset: z.optional(
    z.strictObject({
      x: z.optional(z.int().check(z.minimum(0), z.maximum(400))),
      y: z.optional(z.int().check(z.minimum(0), z.maximum(400))),
    }),
  ),
  /** The CSS selector of the element that contains an inline prompt or that an anchored prompt points at. */
  target: z.optional(wording),
  /** Overrides the `brand` of the options in this survey. */
  brand: z.optional(label),
  /** The sentence that the prompt shows after the respondent has submitted. */
  thanks: z.optional(wording),
  /** The endings of the survey. The first ending that matches the respondent's segment replaces `thanks`. */
  endings: z.optional(endings),
  /**
   * The time after which the prompt closes once the thanks appear, at least 8 s. The time pauses while the prompt has the pointer or the
   * focus.
   * @default stays open
   */
  closeAfter: z.optional(duration),
  /**
   * Translations of the survey's own wording. When there is no translation for the respondent's language, the untranslated wording applies.
   */
  translations: z.optional(translations),
  /** The URL of a privacy page. The prompt shows a link to it under the question. */
  privacyUrl: z.optional(address),
  /**
   * True when the prompt offers "Ask me later".
   * @default true
   */
  askLater: z.optional(z.boolean()),
};

/** The fields of a survey in the short form, which asks one scored question. */
const shorthand = {
  ...common,
  title: z.optional(wording),
  low: z.optional(label),
  high: z.optional(label),
  /** The comment question after the score; `false` removes it. @default true */
  followUp: z.optional(z.union([z.boolean(), z.strictObject(textFields)])),
};

const npsSurvey = z.strictObject({ metric: z.literal('nps'), ...shorthand, ...npsScale });
const csatSurvey = z.strictObject({ metric: z.literal('csat'), ...shorthand, ...csatScale });
const cesSurvey = z.strictObject({ metric: z.literal('ces'), ...shorthand, ...cesScale });
/** The long form: any list of questions. Each scored question after the first starts a new step. */
export const questionsSurvey = z.strictObject({
  ...common,
  questions: z.array(question).check(z.minLength(1), z.maxLength(20)),
});

/** The schema of the short form for each metric. `checkSurvey` uses it to explain an invalid survey. */
export const surveyByMetric = { nps: npsSurvey, csat: csatSurvey, ces: cesSurvey };

export const survey = z.union([npsSurvey, csatSurvey, cesSurvey, questionsSurvey]);
/** A survey definition: the short form `{ id, metric: 'nps' }` or the long form `{ id, questions: [...] }`. */
export type Survey = z.infer<typeof survey>;
