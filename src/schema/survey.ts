import * as z from 'zod/mini';
import { frequency } from './frequency.ts';
import { address, duration, id, label, segment, wording } from './primitives.ts';
import { cesScale, csatScale, labels, npsScale, question, textFields } from './question.ts';
import { experiment, targeting } from './targeting.ts';
import { trigger } from './trigger.ts';

/** Where and why on the customer's way it is asked. */
export const touchpoint = z.strictObject({
  id,
  journeyStage: z.optional(label),
  intent: z.optional(label),
});

/** What stands in the place of the questions when they are answered. */
export const endings = z
  .array(
    z.strictObject({
      /** For whom, by the segment of the first score. @default for all */
      segments: z.optional(z.array(segment).check(z.minLength(1), z.maxLength(8))),
      /** @default the survey's `thanks` */
      thanks: z.optional(wording),
      link: z.optional(z.strictObject({ url: address, label })),
    }),
  )
  .check(z.minLength(1), z.maxLength(8));

/** The words of one question, by name; labels and the words of options by the option's id. */
const questionWords = z.record(id, z.union([wording, labels, z.record(id, wording)]));
/** By language tag; in each `thanks`, and the words of questions by the question's id. */
export const translations = z.record(id, z.record(id, z.union([wording, questionWords])));

const common = {
  id,
  /** Raise it when the meaning of an answer changes. @default 1 */
  version: z.optional(z.int().check(z.minimum(0), z.maximum(4000))),
  /** @default 'load' */
  trigger: z.optional(trigger),
  /** @default everybody but an agent, everywhere */
  targeting: z.optional(targeting),
  /** @default the clocks of `core/clocks.ts` */
  frequency: z.optional(frequency),
  /** A name that surveys share; a clock may count all of them. */
  group: z.optional(id),
  /** Of two that may be shown the one with more comes first; of equals the one that was shown longest ago. @default 0 */
  priority: z.optional(z.int().check(z.minimum(-1000), z.maximum(1000))),
  /** The share of respondents who are asked, 0 … 1. Who is in it stays in it. @default 1 */
  sampling: z.optional(z.number().check(z.minimum(0), z.maximum(1))),
  experiment: z.optional(experiment),
  /** The type of what the survey is about ('order', 'ticket'): asked once for each. */
  subject: z.optional(id),
  /** @default 'transactional' with a subject or for csat and ces, else 'relational' */
  scope: z.optional(z.enum(['relational', 'transactional'])),
  touchpoint: z.optional(touchpoint),
  /** @default 'popover' */
  presentation: z.optional(z.enum(['popover', 'inline', 'modal', 'banner', 'anchored', 'tab'])),
  /**
   * The corner or edge of a popover, the edge of a banner (`top`, `bottom`) or of a tab (`start`, `end`), the side of an anchor.
   * @default 'bottom-end', 'bottom' for a banner and an anchor, 'end' for a tab
   */
  placement: z.optional(
    z.enum(['bottom-end', 'bottom-start', 'top-end', 'top-start', 'bottom', 'top', 'start', 'end']),
  ),
  /** How far it keeps from the edges of the window, in CSS pixels: `x` from those at the sides. @default 16 */
  offset: z.optional(
    z.strictObject({
      x: z.optional(z.int().check(z.minimum(0), z.maximum(400))),
      y: z.optional(z.int().check(z.minimum(0), z.maximum(400))),
    }),
  ),
  /** CSS selector of the element that an inline prompt is put into, or that an anchored one points at. */
  target: z.optional(wording),
  /** Replaces the options' brand in this survey. */
  brand: z.optional(label),
  /** The sentence after submitting. */
  thanks: z.optional(wording),
  /** The first that is for the respondent's segment replaces `thanks`. */
  endings: z.optional(endings),
  /** Takes the thanks away after so long, at least 8 s, while nobody points at it or is in it. @default they stay */
  closeAfter: z.optional(duration),
  /** The survey's own words in other languages; without the respondent's the words above stay. */
  translations: z.optional(translations),
  /** Shown as a link under the question. */
  privacyUrl: z.optional(address),
  /** Whether "Ask me later" is offered. @default true */
  askLater: z.optional(z.boolean()),
};

/** The scored question of a survey in short form. */
const shorthand = {
  ...common,
  title: z.optional(wording),
  low: z.optional(label),
  high: z.optional(label),
  /** The comment asked after the score; `false` for none. @default true */
  followUp: z.optional(z.union([z.boolean(), z.strictObject(textFields)])),
};

export const npsSurvey = z.strictObject({ metric: z.literal('nps'), ...shorthand, ...npsScale });
export const csatSurvey = z.strictObject({ metric: z.literal('csat'), ...shorthand, ...csatScale });
export const cesSurvey = z.strictObject({ metric: z.literal('ces'), ...shorthand, ...cesScale });
/** The long form: scored questions, each a step of its own from the second on, and what follows each of them; or none with a score. */
export const questionsSurvey = z.strictObject({
  ...common,
  questions: z.array(question).check(z.minLength(1), z.maxLength(20)),
});

/** Each metric and its short form: what a wrong survey is explained with. */
export const surveyByMetric = { nps: npsSurvey, csat: csatSurvey, ces: cesSurvey };

export const survey = z.union([npsSurvey, csatSurvey, cesSurvey, questionsSurvey]);
/** A survey as somebody writes it: `{ id, metric: 'nps' }` or `{ id, questions: [...] }`. */
export type Survey = z.infer<typeof survey>;
