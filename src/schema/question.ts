import * as z from 'zod/mini';
import { id, label, polarity, segment, wording } from './primitives.ts';

/**
 * Icons that replace the default icons of a scale: any text, such as emoji. The style `star` takes one icon for all points, `emoji` one
 * icon for each point.
 */
export const icons = z.array(z.string().check(z.minLength(1), z.maxLength(16))).check(z.minLength(1), z.maxLength(11));

/** The fields of every scored question. The locale provides missing wording. */
const scored = {
  /** The id of a scored question. @default the type of the question */
  id: z.optional(id),
  title: z.optional(wording),
  low: z.optional(label),
  high: z.optional(label),
  /**
   * True when the respondent must select a score before submitting.
   * @default true
   */
  required: z.optional(z.boolean()),
};

export const labels = z.array(label).check(z.minLength(2), z.maxLength(7));

/** The NPS scale is always 0–10. `min` and `max` are optional and accept no other values. */
export const npsScale = {
  min: z.optional(z.literal(0)),
  max: z.optional(z.literal(10)),
  style: z.optional(z.enum(['number'])),
};

export const csatScale = {
  min: z.optional(z.literal(1)),
  max: z.optional(z.literal(5)),
  /** The style of the CSAT scale. @default 'number' */
  style: z.optional(z.enum(['number', 'label', 'star', 'emoji'])),
  /** One label for each point of the CSAT scale, from the lowest to the highest. */
  labels: z.optional(labels),
  icons: z.optional(icons),
};

export const cesScale = {
  /**
   * The variant of the CES question. `ces2`: agreement on 1–7. `ease5`: ease on 1–5. `ces1`: effort on 1–5 or 1–7.
   * @default 'ces2'
   */
  variant: z.optional(z.enum(['ces2', 'ease5', 'ces1'])),
  min: z.optional(z.literal(1)),
  max: z.optional(z.literal([5, 7])),
  /** The style of the scale. `emoji` allows at most 5 points. @default 'number' */
  style: z.optional(z.enum(['number', 'label', 'emoji'])),
  labels: z.optional(labels),
  icons: z.optional(icons),
};

const npsQuestion = z.strictObject({ type: z.literal('nps'), ...scored, ...npsScale });

const csatQuestion = z.strictObject({ type: z.literal('csat'), ...scored, ...csatScale });

const cesQuestion = z.strictObject({ type: z.literal('ces'), ...scored, ...cesScale });

/** A rating question: a scale of 2 to 11 points that is not one of the standard instruments. It must define its polarity. */
const ratingQuestion = z.strictObject({
  type: z.literal('rating'),
  ...scored,
  title: wording,
  min: z.int().check(z.minimum(-10), z.maximum(99)),
  max: z.int().check(z.minimum(-9), z.maximum(100)),
  polarity,
  /** The style of the scale. `emoji` allows at most 5 points, `thumb` exactly 2. @default 'number' */
  style: z.optional(z.enum(['number', 'label', 'star', 'emoji', 'thumb'])),
  labels: z.optional(labels),
  icons: z.optional(icons),
});

/** The wording of a follow-up question for each segment of the preceding score. */
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

/** The fields of every question without a score. */
const unscored = {
  /**
   * True when the respondent must answer before submitting.
   * @default false
   */
  required: z.optional(z.boolean()),
  /**
   * The segments of the preceding score for which the question is asked.
   * @default all segments
   */
  segments: z.optional(z.array(segment).check(z.minLength(1), z.maxLength(8))),
};

/** The fields of a text question, and of the follow-up question in the short form of a survey. */
export const textFields = {
  /** The title of the question for segments that `titleBySegment` does not contain. */
  title: z.optional(wording),
  titleBySegment: z.optional(titleBySegment),
  /**
   * True when the respondent must enter a text before submitting.
   * @default false
   */
  required: z.optional(z.boolean()),
  /**
   * The minimum length of the text in Unicode code points.
   * @default 0
   */
  minLength: z.optional(z.int().check(z.minimum(0), z.maximum(4000))),
  /**
   * The maximum length of the text in Unicode code points.
   * @default 1000
   */
  maxLength: z.optional(z.int().check(z.minimum(0), z.maximum(4000))),
};

const textQuestion = z.strictObject({
  type: z.literal('text'),
  /** The id of a text question. @default 'comment' */
  id: z.optional(id),
  ...unscored,
  ...textFields,
});
export type TextQuestion = z.infer<typeof textQuestion>;

/** A choice of one or several options from a list, such as the reasons for a score. */
const choiceQuestion = z.strictObject({
  type: z.literal('choice'),
  title: wording,
  options: z.array(z.strictObject({ id, label })).check(z.minLength(2), z.maxLength(20)),
  /** The id of a choice question. @default 'choice' */
  id: z.optional(id),
  ...unscored,
  /**
   * True when the respondent may choose several options.
   * @default false
   */
  multiple: z.optional(z.boolean()),
  /** Adds the option "Other" with a text field at the end. The id of that option is `other`. @default false */
  other: z.optional(z.boolean()),
});
export type ChoiceQuestion = z.infer<typeof choiceQuestion>;

const emailQuestion = z.strictObject({
  type: z.literal('email'),
  /** The title of an e-mail question. @default the title from the locale */
  title: z.optional(wording),
  /** The id of an e-mail question. @default 'email' */
  id: z.optional(id),
  ...unscored,
});
export type EmailQuestion = z.infer<typeof emailQuestion>;

/** A consent checkbox. `title` is the statement that the respondent agrees to. */
const consentQuestion = z.strictObject({
  type: z.literal('consent'),
  title: wording,
  /** The id of a consent question. @default 'consent' */
  id: z.optional(id),
  ...unscored,
});
export type ConsentQuestion = z.infer<typeof consentQuestion>;

/** The schema of each question type. `checkSurvey` uses it to explain an invalid question. */
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
