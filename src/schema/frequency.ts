/** How often somebody is asked: named clocks, each of which must be open. */
import * as z from 'zod/mini';
import { id } from './primitives.ts';

/**
 * How long a clock stays closed: `'30d'`, `'12w'`, `'3mo'` and `'1y'` by the calendar (the same time of day, whatever summer time does), `'visit'`
 * until the visit ends (half an hour without a page), `'ever'`.
 */
export const period = z.string().check(z.maxLength(80), z.regex(/^(\d{1,8}(ms|mo|[smhdwy])|visit|ever)$/));

export const clock = z.strictObject({
  /**
   * Whose asks it counts: those of this survey, of its subject (this order, this ticket), of surveys with the same metric, group, scope or
   * touchpoint, or all.
   */
  per: z.enum(['survey', 'subject', 'metric', 'group', 'scope', 'touchpoint', 'all']),
  /** After it was displayed. In a clock over several surveys only the others' displays count: what was only seen may come back. */
  displayed: z.optional(period),
  answered: z.optional(period),
  /** Twice as long after the second dismissal in a row, four times after the third, eight times from the fourth on. */
  dismissed: z.optional(period),
  /** "Ask me later"; it grows as that of a dismissal does. */
  snoozed: z.optional(period),
  /** How many displays without an answer or a dismissal it takes before `displayed` counts. @default 1 */
  times: z.optional(z.int().check(z.minimum(1), z.maximum(1000))),
});
export type Clock = z.infer<typeof clock>;

export const frequency = z.strictObject({
  /** By name. A name of a default clock replaces it, `false` takes it away. */
  clocks: z.optional(z.record(id, z.union([z.literal(false), clock]))),
});
export type Frequency = z.infer<typeof frequency>;
