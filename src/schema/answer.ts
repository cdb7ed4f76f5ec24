import * as z from 'zod/mini';
import { hostId, id, polarity, segment } from './primitives.ts';

/**
 * Wording as the respondent saw it, with the brand filled in. Events contain the wording, so that stored data stays readable when the
 * survey changes.
 */
const shown = z.string().check(z.maxLength(1000));

/** A question with the wording that the respondent saw. */
export const askedQuestion = z.object({
  id,
  type: z.enum(['nps', 'csat', 'ces', 'rating', 'text', 'choice', 'email', 'consent']),
  title: shown,
  /** The sentence above the title of a question, such as "To what extent do you agree …". */
  lead: z.optional(shown),
  /** Identifies the wording of a question. Changes when the title, a label or the language changes. */
  wordingId: z.string(),
  locale: z.string(),
});
export type AskedQuestion = z.infer<typeof askedQuestion>;

export const instrument = z.object({
  metric: z.enum(['nps', 'csat', 'ces', 'rating']),
  variant: z.enum(['nps', 'csat', 'ces2', 'ease5', 'ces1', 'rating']),
  scope: z.enum(['relational', 'transactional']),
});

export const scale = z.object({
  min: z.int(),
  max: z.int(),
  polarity,
  style: z.enum(['number', 'label', 'star', 'emoji', 'thumb']),
  low: shown,
  high: shown,
  /** One label for each point of the scale, when each point has a label. */
  labels: z.optional(z.array(shown)),
});
export type AskedScale = z.infer<typeof scale>;

/** How the respondent gave the answer. Times are in milliseconds since the display. */
export const commit = z.object({
  inputMode: z.enum(['pointer', 'keyboard', 'assistive', 'prefill', 'api']),
  /** How often the respondent changed the answer after the first choice. */
  changes: z.int().check(z.minimum(0)),
  firstAnswerMs: z.number(),
  submitMs: z.optional(z.number()),
});
export type Commit = z.infer<typeof commit>;

const segmented = z.optional(segment);

export const scoreAnswer = z.object({
  kind: z.literal('score'),
  question: askedQuestion,
  instrument,
  scale,
  /** The point of the scale that the respondent chose. */
  score: z.int(),
  /** The score from 0 (worst) to 1 (best), with the polarity applied. */
  normalized: z.number().check(z.minimum(0), z.maximum(1)),
  segment: segmented,
  commit,
});
export type ScoreAnswer = z.infer<typeof scoreAnswer>;

const textAnswer = z.object({
  kind: z.literal('text'),
  question: askedQuestion,
  text: z.string().check(z.minLength(1)),
  /** The length of the text in Unicode code points. */
  textLength: z.int().check(z.minimum(1)),
  /** The language of the prompt. The respondent may have written the text in another language. */
  language: z.string(),
  /** The segment that selected the wording of the follow-up question. */
  askedSegment: segmented,
  /** True when the score moved to another segment after the respondent started to write. */
  segmentChanged: z.optional(z.boolean()),
  commit,
});
export type TextAnswer = z.infer<typeof textAnswer>;

const choiceAnswer = z.object({
  kind: z.literal('choice'),
  question: askedQuestion,
  /** The chosen options with their labels, in the order of the list. */
  choices: z.array(z.object({ id, label: shown })).check(z.minLength(1)),
  /** The text that the respondent entered for the option "Other". */
  other: z.optional(z.string()),
  /** True when the respondent could choose several options. */
  multiple: z.boolean(),
  commit,
});
export type ChoiceAnswer = z.infer<typeof choiceAnswer>;

const emailAnswer = z.object({
  kind: z.literal('email'),
  question: askedQuestion,
  email: z.string().check(z.minLength(3), z.maxLength(320)),
  commit,
});
export type EmailAnswer = z.infer<typeof emailAnswer>;

/** A checked consent box. An unchecked box is not an answer; it emits `skipped`. */
const consentAnswer = z.object({
  kind: z.literal('consent'),
  question: askedQuestion,
  given: z.literal(true),
  commit,
});
export type ConsentAnswer = z.infer<typeof consentAnswer>;

export const answer = z.discriminatedUnion('kind', [scoreAnswer, textAnswer, choiceAnswer, emailAnswer, consentAnswer]);
/** The answer to one question, with the wording, instrument and scale that are needed to score it later. */
export type Answer = z.infer<typeof answer>;

export const surveyRef = z.object({
  id,
  version: z.int(),
  /** The group of the survey, a name that several surveys share. */
  group: z.optional(id),
});

export const respondentRef = z.object({
  id: z.optional(hostId),
  accountId: z.optional(hostId),
  anonymousId: z.optional(hostId),
});
