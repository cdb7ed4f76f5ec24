/** What a collector knows of one respondent from every device. Bounded, as it is read in a page; loose, as a newer collector says more. */
import * as z from 'zod/mini';
import { hostId, id } from './primitives.ts';

/** What can become of a display, in the order in which it does. */
export const HISTORY_OUTCOMES = ['displayed', 'answered', 'snoozed', 'dismissed', 'never'] as const;
export type HistoryOutcome = (typeof HISTORY_OUTCOMES)[number];

/** The newest facts that one answer holds at most. */
export const MAX_FACTS = 500;

/** Milliseconds since 1970 that a `Date` can hold. */
const MAX_MS = 8.64e15;

/** One thing that became of one display. */
export const historyFact = z.object({
  survey: id,
  /** Of the first score that was asked; absent for a survey without one, and so is `scope`. */
  metric: z.optional(z.enum(['nps', 'csat', 'ces', 'rating'])),
  scope: z.optional(z.enum(['relational', 'transactional'])),
  touchpoint: z.optional(id),
  group: z.optional(id),
  subject: z.optional(z.object({ type: id, id: hostId })),
  outcome: z.enum(HISTORY_OUTCOMES),
  /** When it happened by the collector's clock, milliseconds since 1970. */
  at: z.int().check(z.minimum(0), z.maximum(MAX_MS)),
});
export type HistoryFact = z.infer<typeof historyFact>;

/** What is posted to `?ce=history`. */
export const historyRequest = z.object({
  respondent: hostId,
  /** Whether test and preview events count. @default false */
  test: z.optional(z.boolean()),
});
export type HistoryRequest = z.infer<typeof historyRequest>;

/** What is answered: oldest first. */
export const history = z.object({
  v: z.literal(1),
  facts: z.array(historyFact).check(z.maxLength(MAX_FACTS)),
});
export type ScoreletHistory = z.infer<typeof history>;
