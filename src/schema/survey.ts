import * as z from 'zod/mini';
import { address, duration, id, label, wording } from './primitives.ts';
import { cesScale, csatScale, npsScale, question, textFields } from './question.ts';

/**
 * The moment that makes us consider a survey: `'load'` one second after loading, `'manual'` only by `show()`,
 * an object for a tracked event, a delay, or a delay after a tracked event.
 */
export const trigger = z.union([
  z.enum(['load', 'manual']),
  z.strictObject({ event: z.optional(id), delay: z.optional(duration) }),
]);
export type Trigger = z.infer<typeof trigger>;

/** Where and why on the customer's way it is asked. */
export const touchpoint = z.strictObject({
  id,
  journeyStage: z.optional(label),
  intent: z.optional(label),
});

const common = {
  id,
  /** Raise it when the meaning of an answer changes. @default 1 */
  version: z.optional(z.int().check(z.minimum(0), z.maximum(4000))),
  /** @default 'load' */
  trigger: z.optional(trigger),
  /** The type of what the survey is about ('order', 'ticket'): asked once for each. */
  subject: z.optional(id),
  /** @default 'transactional' with a subject or for csat and ces, else 'relational' */
  scope: z.optional(z.enum(['relational', 'transactional'])),
  touchpoint: z.optional(touchpoint),
  /** @default 'popover' */
  presentation: z.optional(z.enum(['popover', 'inline'])),
  /** The corner of a popover. @default 'bottom-end' */
  placement: z.optional(z.enum(['bottom-end', 'bottom-start', 'top-end', 'top-start'])),
  /** CSS selector of the element that an inline prompt is put into. */
  target: z.optional(wording),
  /** Replaces the options' brand in this survey. */
  brand: z.optional(label),
  /** The sentence after submitting. */
  thanks: z.optional(wording),
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
/** The long form: a scored question, text questions that follow it, or text alone. */
export const questionsSurvey = z.strictObject({
  ...common,
  questions: z.array(question).check(z.minLength(1), z.maxLength(5)),
});

/** Each metric and its short form: what a wrong survey is explained with. */
export const surveyByMetric = { nps: npsSurvey, csat: csatSurvey, ces: cesSurvey };

export const survey = z.union([npsSurvey, csatSurvey, cesSurvey, questionsSurvey]);
/** A survey as somebody writes it: `{ id, metric: 'nps' }` or `{ id, questions: [...] }`. */
export type Survey = z.infer<typeof survey>;
