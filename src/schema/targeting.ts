/** Targeting rules: which respondents a survey asks, and on which pages. */
import * as z from 'zod/mini';
import { matchers } from './matcher.ts';
import { id, label, wording } from './primitives.ts';

const list = z.array(label).check(z.minLength(1), z.maxLength(50));

export const targeting = z.strictObject({
  /**
   * URL patterns, one of which must match the page. `/order/*` matches the path, `https://shop.example/*` the whole URL, `?step=paid` a
   * query parameter. `*` matches any text. The client evaluates the patterns again when the URL of the page changes.
   */
  url: z.optional(list),
  /** URL patterns that must not match the page. */
  notUrl: z.optional(list),
  traits: z.optional(matchers),
  devices: z.optional(z.array(z.enum(['phone', 'tablet', 'desktop'])).check(z.minLength(1), z.maxLength(3))),
  /** Languages of the page, or of the browser when the page has no `lang`. `fr` matches every French, `fr-CA` only Canadian French. */
  locales: z.optional(list),
  /** The source of the visit, from `document.referrer`. */
  referrers: z.optional(
    z.array(z.enum(['direct', 'internal', 'search', 'social', 'other'])).check(z.minLength(1), z.maxLength(5)),
  ),
  /**
   * The roles of the respondents to ask, as `identify()` sets them.
   * @default every role except `agent`
   */
  roles: z.optional(list),
});
export type Targeting = z.infer<typeof targeting>;

/** An experiment that shows variants of the wording, each to a share of the respondents. Translations apply to all variants. */
export const experiment = z.strictObject({
  id,
  variants: z
    .array(
      z.strictObject({
        id,
        /** The share of the variant, relative to the weights of the other variants. @default 1 */
        weight: z.optional(z.number().check(z.minimum(0), z.maximum(1000))),
        /** The `title` of the first scored question in this variant; `low` and `high` are its labels. */
        title: z.optional(wording),
        low: z.optional(label),
        high: z.optional(label),
        thanks: z.optional(wording),
      }),
    )
    .check(z.minLength(2), z.maxLength(8)),
});
export type Experiment = z.infer<typeof experiment>;
