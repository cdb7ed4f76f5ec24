/** Small schemas that several files of this room share. All bounded: a definition may come from anywhere. */
import * as z from 'zod/mini';

/** An id as it appears in URLs, storage keys and rows. */
export const id = z.string().check(z.minLength(1), z.maxLength(80), z.regex(/^[\w.:-]+$/));

/** An id given by the host page: an order number, a respondent. Any text. */
export const hostId = z.string().check(z.minLength(1), z.maxLength(500));

/** A sentence shown to a respondent. */
export const wording = z.string().check(z.minLength(1), z.maxLength(500));

/** A few words shown to a respondent: the label of one end of a scale. One limit for all text keeps the page's check small. */
export const label = wording;

/** A span of time such as `'500ms'`, `'30s'`, `'12w'`. */
export const duration = z.string().check(z.maxLength(80), z.regex(/^\d{1,8}(ms|[smhdw])$/));

/** An https, http or relative address. What it resolves to is checked again where it is used. */
export const address = z
  .string()
  .check(z.minLength(1), z.maxLength(500), z.regex(/^(https?:\/\/|\.{0,2}\/|[\w-]+([/.?]|$))/));

export const segment = z.enum([
  'promoter',
  'passive',
  'detractor',
  'satisfied',
  'neutral',
  'dissatisfied',
  'easy',
  'difficult',
]);

export const polarity = z.enum(['higher_is_better', 'lower_is_better']);
