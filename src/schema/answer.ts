import * as z from 'zod/mini';
import { hostId, id, polarity, segment } from './primitives.ts';

/** The wording as the respondent saw it. Long enough for a piped brand; data must be readable in years. */
const shown = z.string().check(z.maxLength(1000));

/** A question as it was shown. */
export const askedQuestion = z.object({
  id,
  type: z.enum(['nps', 'csat', 'ces', 'rating', 'text', 'choice', 'email', 'consent']),
  title: shown,
  /** The sentence before the title: "To what extent do you agree …". */
  lead: z.optional(shown),
  /** Changes whenever the wording, its labels or its language change. */
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
  /** One for every point, where each was labelled. */
  labels: z.optional(z.array(shown)),
});
export type AskedScale = z.infer<typeof scale>;

/** How the answer was given. Times count from the display, in milliseconds. */
export const commit = z.object({
  inputMode: z.enum(['pointer', 'keyboard', 'assistive', 'prefill', 'api']),
  /** How often the answer was changed after it was first chosen. */
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
  /** The number as shown. */
  score: z.int(),
  /** 0 (worst) … 1 (best), polarity applied. */
  normalized: z.number().check(z.minimum(0), z.maximum(1)),
  segment: segmented,
  commit,
});
export type ScoreAnswer = z.infer<typeof scoreAnswer>;

export const textAnswer = z.object({
  kind: z.literal('text'),
  question: askedQuestion,
  text: z.string().check(z.minLength(1)),
  /** Code points. */
  textLength: z.int().check(z.minimum(1)),
  /** The language of the prompt; the respondent may have written another. */
  language: z.string(),
  /** The segment for which this follow-up was worded. */
  askedSegment: segmented,
  /** The score moved to another segment after the text was begun. */
  segmentChanged: z.optional(z.boolean()),
  commit,
});
export type TextAnswer = z.infer<typeof textAnswer>;

export const choiceAnswer = z.object({
  kind: z.literal('choice'),
  question: askedQuestion,
  /** What was chosen, with the words it was chosen by, in the order of the list. */
  choices: z.array(z.object({ id, label: shown })).check(z.minLength(1)),
  /** What was written beside "Other". */
  other: z.optional(z.string()),
  /** Whether more than one could be chosen. */
  multiple: z.boolean(),
  commit,
});
export type ChoiceAnswer = z.infer<typeof choiceAnswer>;

export const emailAnswer = z.object({
  kind: z.literal('email'),
  question: askedQuestion,
  email: z.string().check(z.minLength(3), z.maxLength(320)),
  commit,
});
export type EmailAnswer = z.infer<typeof emailAnswer>;

/** Only what was given is an answer; a box that stayed empty is a question skipped. */
export const consentAnswer = z.object({
  kind: z.literal('consent'),
  question: askedQuestion,
  given: z.literal(true),
  commit,
});
export type ConsentAnswer = z.infer<typeof consentAnswer>;

export const answer = z.discriminatedUnion('kind', [scoreAnswer, textAnswer, choiceAnswer, emailAnswer, consentAnswer]);
/** One reply to one question, with everything needed to score it years later. */
export type Answer = z.infer<typeof answer>;

export const surveyRef = z.object({
  id,
  version: z.int(),
  /** The name that it shares with other surveys, if it has one. */
  group: z.optional(id),
});

export const respondentRef = z.object({
  id: z.optional(hostId),
  accountId: z.optional(hostId),
  anonymousId: z.optional(hostId),
});
