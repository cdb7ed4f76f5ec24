import type { JsonSchema } from './jsonSchema.ts';

/** Returns true when a text matches the schema of a slot. Lengths are in UTF-16 code units, as the parsers count them. */
export const fits = (
  { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern = '' }: JsonSchema,
  text: string,
): boolean => text.length >= minLength && text.length <= maxLength && new RegExp(pattern).test(text);
