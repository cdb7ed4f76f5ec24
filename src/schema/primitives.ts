/** Small schemas that several files of `src/schema` share. All have a maximum length, because a survey definition is untrusted input. */
import * as z from 'zod/mini';

/** An id that is safe in URLs, storage keys and database rows. */
export const id = z.string().check(z.minLength(1), z.maxLength(80), z.regex(/^[\w.:-]+$/));

/** An id from the host page, such as an order number or a respondent id. Any text is valid. */
export const hostId = z.string().check(z.minLength(1), z.maxLength(500));

/** A sentence that the respondent reads. */
export const wording = z.string().check(z.minLength(1), z.maxLength(500));

/**
 * A few words that the respondent reads, such as the label of one end of a scale. It shares the limit of `wording`, which keeps the check
 * in the page small.
 */
export const label = wording;

/** A duration such as `'500ms'`, `'30s'` or `'12w'`. */
export const duration = z.string().check(z.maxLength(80), z.regex(/^\d{1,8}(ms|[smhdw])$/));

/** An https, http or relative URL. The code that uses the URL checks the resolved URL again. */
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
