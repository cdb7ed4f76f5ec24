/** When a survey is considered: its moment. */
import * as z from 'zod/mini';
import { matchers } from './matcher.ts';
import { duration, id, wording } from './primitives.ts';

/**
 * `'load'` one second after loading, `'manual'` only by `show()`, else one moment: `event`, `scroll`, `exit`, `idle`, `click`, or
 * without any of them `delay` after loading.
 */
export const trigger = z.union([
  z.enum(['load', 'manual']),
  z.strictObject({
    /** The name of a tracked event. */
    event: z.optional(id),
    /** What its properties must be. */
    where: z.optional(matchers),
    /** How far the page has been scrolled, in percent of the way that there is to scroll, from 1 to 100. */
    scroll: z.optional(z.int().check(z.minimum(1), z.maximum(100))),
    /** The pointer leaves the window upwards. Devices without a pointer that hovers have no such moment. */
    exit: z.optional(z.literal(true)),
    /** Nobody has moved, typed, scrolled or touched for so long. */
    idle: z.optional(duration),
    /** A CSS selector: somebody clicks on what it finds, now or later. The prompt gets the focus. */
    click: z.optional(wording),
    /** From the moment to the prompt. It goes on over a reload and to the next page of the same visit to this tab. */
    delay: z.optional(duration),
    /** Tracked events that make an end of a moment that waits. */
    cancelOn: z.optional(z.array(id).check(z.minLength(1), z.maxLength(20))),
    /** How old a moment may be when the prompt appears. @default '1h', or twice the delay if that is longer */
    expires: z.optional(duration),
  }),
]);
export type Trigger = z.infer<typeof trigger>;
