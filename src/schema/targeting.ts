/** Who is asked, and where. */
import * as z from 'zod/mini';
import { matchers } from './matcher.ts';
import { id, label, wording } from './primitives.ts';

const list = z.array(label).check(z.minLength(1), z.maxLength(50));

export const targeting = z.strictObject({
  /**
   * Patterns, one of which must match: `/order/*` the path, `https://shop.example/*` the whole address, `?step=paid` a parameter.
   * `*` stands for any text. Read again when the page changes its address.
   */
  url: z.optional(list),
  /** Patterns none of which may match. */
  notUrl: z.optional(list),
  traits: z.optional(matchers),
  devices: z.optional(z.array(z.enum(['phone', 'tablet', 'desktop'])).check(z.minLength(1), z.maxLength(3))),
  /** Languages of the page or, where it says none, the browser: `fr` is every French, `fr-CA` that one. */
  locales: z.optional(list),
  /** Where the visit came from. */
  referrers: z.optional(
    z.array(z.enum(['direct', 'internal', 'search', 'social', 'other'])).check(z.minLength(1), z.maxLength(5)),
  ),
  /** Who `identify()` said it is. @default everybody but an `agent` */
  roles: z.optional(list),
});
export type Targeting = z.infer<typeof targeting>;

/** A survey in other words, for a share of those who are asked. Translations say the same to all. */
export const experiment = z.strictObject({
  id,
  variants: z
    .array(
      z.strictObject({
        id,
        /** Its share, beside the others'. @default 1 */
        weight: z.optional(z.number().check(z.minimum(0), z.maximum(1000))),
        /** Of the first scored question. */
        title: z.optional(wording),
        low: z.optional(label),
        high: z.optional(label),
        thanks: z.optional(wording),
      }),
    )
    .check(z.minLength(2), z.maxLength(8)),
});
export type Experiment = z.infer<typeof experiment>;
