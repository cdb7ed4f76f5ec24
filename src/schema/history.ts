/**
 * A respondent's history on all devices. Its size is bounded, because pages parse it. Unknown fields are valid, because newer collectors
 * may add fields.
 */
import * as z from 'zod/mini';
import { hostId, id } from './primitives.ts';

/** The possible outcomes of a display, in the order in which they can happen. */
export const HISTORY_OUTCOMES = ['displayed', 'answered', 'snoozed', 'dismissed', 'never'] as const;
export type HistoryOutcome = (typeof HISTORY_OUTCOMES)[number];

/** The maximum number of facts in a history. */
export const MAX_FACTS = 500;

/** The latest time that a `Date` can represent, in milliseconds since 1970. */
const MAX_MS = 8.64e15;

/** One outcome of one display in a history. */
export const historyFact = z.object({
  survey: id,
  /** The metric of the first scored question. `metric` and `scope` are absent for a survey without a scored question. */
  metric: z.optional(z.enum(['nps', 'csat', 'ces', 'rating'])),
  scope: z.optional(z.enum(['relational', 'transactional'])),
  touchpoint: z.optional(id),
  group: z.optional(id),
  subject: z.optional(z.object({ type: id, id: hostId })),
  outcome: z.enum(HISTORY_OUTCOMES),
  /** When the outcome happened, in milliseconds since 1970 by the collector's clock. */
  at: z.int().check(z.minimum(0), z.maximum(MAX_MS)),
});
export type HistoryFact = z.infer<typeof historyFact>;

/** The body of a history request, which the client posts to `?ce=history`. */
export const historyRequest = z.object({
  respondent: hostId,
  /**
   * True when the history includes test, preview and automation events.
   * @default false
   */
  test: z.optional(z.boolean()),
});
export type HistoryRequest = z.infer<typeof historyRequest>;

/** The response to a history request. The facts are in order, oldest first. */
export const history = z.object({
  v: z.literal(1),
  facts: z.array(historyFact).check(z.maxLength(MAX_FACTS)),
});
export type ScoreletHistory = z.infer<typeof history>;
