import type { JsonSchema } from './jsonSchema.ts';

/** Returns true when a text matches the schema of a slot. Lengths are in code points, as JSON Schema counts them. */
export const fits = (
  { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern = '' }: JsonSchema,
  text: string,
): boolean => {
  const { length } = [...text];
  return length >= minLength && length <= maxLength && new RegExp(pattern).test(text);
};
