/**
 * The frequency caps of a survey. The definition gives each cap a name and calls it a clock. A survey may be shown when no cap is active.
 */
import * as z from 'zod/mini';
import { id } from './primitives.ts';

/**
 * How long a frequency cap lasts. `'30d'`, `'12w'`, `'3mo'` and `'1y'` follow the calendar: daylight saving time does not change the time
 * of day. `'visit'` lasts until the visit ends (30 minutes without a page), `'ever'` for ever.
 */
export const period = z.string().check(z.maxLength(80), z.regex(/^(\d{1,8}(ms|mo|[smhdwy])|visit|ever)$/));

export const clock = z.strictObject({
  /**
   * The displays that the frequency cap counts: those of this survey, of its subject (such as an order or a ticket), of all surveys with
   * the same metric, group, scope or touchpoint, or of all surveys.
   */
  per: z.enum(['survey', 'subject', 'metric', 'group', 'scope', 'touchpoint', 'all']),
  /**
   * How long the frequency cap lasts after a display. When the cap covers several surveys, displays of this survey itself do not count, so
   * that a prompt without an answer may return.
   */
  displayed: z.optional(period),
  answered: z.optional(period),
  /**
   * How long the frequency cap lasts after a dismissal. The time doubles after the second dismissal in a row and after the third, and is
   * eight times as long from the fourth on.
   */
  dismissed: z.optional(period),
  /** How long the frequency cap lasts after "Ask me later". The time grows as for `dismissed`. */
  snoozed: z.optional(period),
  /**
   * The number of displays without an answer or a dismissal after which `displayed` starts the frequency cap.
   * @default 1
   */
  times: z.optional(z.int().check(z.minimum(1), z.maximum(1000))),
});
export type Clock = z.infer<typeof clock>;

export const frequency = z.strictObject({
  /** The frequency caps by name. A cap with the name of a default cap replaces it; `false` removes the default cap. */
  clocks: z.optional(z.record(id, z.union([z.literal(false), clock]))),
});
export type Frequency = z.infer<typeof frequency>;
