/** Facts about somebody or something, and what a fact must be. */
import * as z from 'zod/mini';
import { id, wording } from './primitives.ts';

/** One flat fact about the respondent or the page. */
export const trait = z.union([wording, z.number(), z.boolean()]);
export const traits = z.record(id, trait);

const oneOf = z.array(trait).check(z.minLength(1), z.maxLength(50));

/** What a fact must be: this, one of these, or within bounds. A fact that is not there matches only `{ known: false }` and `{ not: … }`. */
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
/** By the name of the fact; all of them must match. */
export const matchers = z.record(id, matcher);
