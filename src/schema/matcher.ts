/** The schemas of traits, and of the matchers that targeting and triggers apply to them. */
import * as z from 'zod/mini';
import { id, wording } from './primitives.ts';

/** One fact about the respondent or about a tracked event: a string, a number or a boolean. */
export const trait = z.union([wording, z.number(), z.boolean()]);
export const traits = z.record(id, trait);

const oneOf = z.array(trait).check(z.minLength(1), z.maxLength(50));

/** Matches a trait against one value, a list of values, or bounds. A missing trait matches only `{ known: false }` and `{ not: … }`. */
export const matcher = z.union([
  trait,
  oneOf,
  z.strictObject({
    min: z.optional(z.number()),
    max: z.optional(z.number()),
    not: z.optional(z.union([trait, oneOf])),
    known: z.optional(z.boolean()),
  }),
]);
export type Matcher = z.infer<typeof matcher>;
/** Matchers by the name of the trait that they apply to. All of them must match. */
export const matchers = z.record(id, matcher);
