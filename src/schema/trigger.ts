/** The trigger of a survey: when the client considers showing the survey. */
import * as z from 'zod/mini';
import { matchers } from './matcher.ts';
import { duration, id, wording } from './primitives.ts';

/**
 * The trigger. `'load'` fires one second after the page has loaded. `'manual'` never fires; only `show()` shows the survey. An object fires
 * on one condition: `event`, `scroll`, `exit`, `idle` or `click`. An object without a condition fires `delay` after the page has loaded.
 */
export const trigger = z.union([
  z.enum(['load', 'manual']),
  z.strictObject({
    /** Fires when the host page tracks an event with this name. */
    event: z.optional(id),
    /** Matchers for the properties of the tracked event, all of which must match. */
    where: z.optional(matchers),
    /** Fires when the page has been scrolled by this percentage of its scrollable height, 1 to 100. */
    scroll: z.optional(z.int().check(z.minimum(1), z.maximum(100))),
    /** Fires when the pointer leaves the window at the top (exit intent). Never fires on devices without a hovering pointer. */
    exit: z.optional(z.literal(true)),
    /** Fires when the respondent has not moved the pointer, typed, scrolled or touched for this duration. */
    idle: z.optional(duration),
    /**
     * Fires when the respondent clicks an element that matches this CSS selector, including elements that are added later. The prompt takes
     * the focus.
     */
    click: z.optional(wording),
    /**
     * The delay between the firing of the trigger and the prompt. It continues after a reload and on the next page of the same visit in
     * this tab.
     */
    delay: z.optional(duration),
    /** The names of tracked events that cancel a delayed trigger. */
    cancelOn: z.optional(z.array(id).check(z.minLength(1), z.maxLength(20))),
    /**
     * The maximum age of a fired trigger when the prompt appears.
     * @default '1h', or twice the delay when that is longer
     */
    expires: z.optional(duration),
  }),
]);
export type Trigger = z.infer<typeof trigger>;
