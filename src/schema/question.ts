import * as z from 'zod/mini';
import { id, label, polarity, segment, wording } from './primitives.ts';

/** Drawn in the place of our own: any text, an emoji say. One for all points of `star`, one for each of `emoji`. */
export const icons = z.array(z.string().check(z.minLength(1), z.maxLength(16))).check(z.minLength(1), z.maxLength(11));

/** What may be said of every scored question. Wording that is not given comes from the locale. */
const scored = {
  /** @default the question's type */
  id: z.optional(id),
  title: z.optional(wording),
  low: z.optional(label),
  high: z.optional(label),
  /** Whether submitting needs a score. @default true */
  required: z.optional(z.boolean()),
};

export const labels = z.array(label).check(z.minLength(2), z.maxLength(7));

/** NPS is asked on 0–10 and on nothing else; `min` and `max` may be written, not changed. */
export const npsScale = {
  min: z.optional(z.literal(0)),
  max: z.optional(z.literal(10)),
  style: z.optional(z.enum(['number'])),
};

export const csatScale = {
  min: z.optional(z.literal(1)),
  max: z.optional(z.literal(5)),
  /** @default 'number' */
  style: z.optional(z.enum(['number', 'label', 'star', 'emoji'])),
  /** One for every point, from the lowest to the highest. */
  labels: z.optional(labels),
  icons: z.optional(icons),
};

export const cesScale = {
  /** `ces2` agreement 1–7, `ease5` ease 1–5, `ces1` effort 1–5 or 1–7. @default 'ces2' */
  variant: z.optional(z.enum(['ces2', 'ease5', 'ces1'])),
  min: z.optional(z.literal(1)),
  max: z.optional(z.literal([5, 7])),
  /** `emoji` up to 5 points. @default 'number' */
  style: z.optional(z.enum(['number', 'label', 'emoji'])),
  labels: z.optional(labels),
  icons: z.optional(icons),
};

export const npsQuestion = z.strictObject({ type: z.literal('nps'), ...scored, ...npsScale });
export type NpsQuestion = z.infer<typeof npsQuestion>;

export const csatQuestion = z.strictObject({ type: z.literal('csat'), ...scored, ...csatScale });
export type CsatQuestion = z.infer<typeof csatQuestion>;

export const cesQuestion = z.strictObject({ type: z.literal('ces'), ...scored, ...cesScale });
export type CesQuestion = z.infer<typeof cesQuestion>;

/** Any other scale of 2 to 11 points. Never called NPS, and its direction must be said. */
export const ratingQuestion = z.strictObject({
  type: z.literal('rating'),
  ...scored,
  title: wording,
  min: z.int().check(z.minimum(-10), z.maximum(99)),
  max: z.int().check(z.minimum(-9), z.maximum(100)),
  polarity,
  /** `emoji` up to 5 points, `thumb` for two. @default 'number' */
  style: z.optional(z.enum(['number', 'label', 'star', 'emoji', 'thumb'])),
  labels: z.optional(labels),
  icons: z.optional(icons),
});
export type RatingQuestion = z.infer<typeof ratingQuestion>;

/** The wording of a follow-up for each segment of the score before it. */
const titleBySegment = z.strictObject({
  promoter: z.optional(wording),
  passive: z.optional(wording),
  detractor: z.optional(wording),
  satisfied: z.optional(wording),
  neutral: z.optional(wording),
  dissatisfied: z.optional(wording),
  easy: z.optional(wording),
  difficult: z.optional(wording),
});

/** What may be said of every question that is not scored. */
const unscored = {
  /** @default false */
  required: z.optional(z.boolean()),
  /** Asked only when the score before it is in one of these. @default in all */
  segments: z.optional(z.array(segment).check(z.minLength(1), z.maxLength(8))),
};

/** What may be said of a text question, asked by itself or as a follow-up. */
export const textFields = {
  /** The wording for every segment that `titleBySegment` does not name. */
  title: z.optional(wording),
  titleBySegment: z.optional(titleBySegment),
  /** @default false */
  required: z.optional(z.boolean()),
  /** Code points. @default 0 */
  minLength: z.optional(z.int().check(z.minimum(0), z.maximum(4000))),
  /** Code points. @default 1000 */
  maxLength: z.optional(z.int().check(z.minimum(0), z.maximum(4000))),
};

export const textQuestion = z.strictObject({
  type: z.literal('text'),
  /** @default 'comment' */
  id: z.optional(id),
  ...unscored,
  ...textFields,
});
export type TextQuestion = z.infer<typeof textQuestion>;

/** One or several of a list: the reasons for a score, say. */
export const choiceQuestion = z.strictObject({
  type: z.literal('choice'),
  title: wording,
  options: z.array(z.strictObject({ id, label })).check(z.minLength(2), z.maxLength(20)),
  /** @default 'choice' */
  id: z.optional(id),
  ...unscored,
  /** Whether more than one may be chosen. @default false */
  multiple: z.optional(z.boolean()),
  /** Whether "Other", with a text field, comes last. Its id is `other`. @default false */
  other: z.optional(z.boolean()),
});
export type ChoiceQuestion = z.infer<typeof choiceQuestion>;

export const emailQuestion = z.strictObject({
  type: z.literal('email'),
  /** @default the locale's */
  title: z.optional(wording),
  /** @default 'email' */
  id: z.optional(id),
  ...unscored,
});
export type EmailQuestion = z.infer<typeof emailQuestion>;

/** A box to tick. `title` is what the respondent agrees to. */
export const consentQuestion = z.strictObject({
  type: z.literal('consent'),
  title: wording,
  /** @default 'consent' */
  id: z.optional(id),
  ...unscored,
});
export type ConsentQuestion = z.infer<typeof consentQuestion>;

/** Each type of question and its schema: what a wrong question is explained with. */
export const questionByType = {
  nps: npsQuestion,
  csat: csatQuestion,
  ces: cesQuestion,
  rating: ratingQuestion,
  text: textQuestion,
  choice: choiceQuestion,
  email: emailQuestion,
  consent: consentQuestion,
};

export const question = z.discriminatedUnion('type', [
  npsQuestion,
  csatQuestion,
  cesQuestion,
  ratingQuestion,
  textQuestion,
  choiceQuestion,
  emailQuestion,
  consentQuestion,
]);
export type Question = z.infer<typeof question>;
