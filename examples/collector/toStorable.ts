/** Deeper than any event goes; PostgreSQL and the stack have limits of their own. */
const MAX_DEPTH = 32;

/** Code units that are no character of their own: half of a pair, and NUL, which PostgreSQL keeps in no text. */
const UNSTORABLE = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const toText = (text: string) => text.replace(UNSTORABLE, '\ufffd');

/**
 * Copies a JSON value into one that PostgreSQL accepts. Without it one hostile string would be refused again and again, and
 * with it everything else in its batch.
 */
export const toStorable = (value: unknown, depth = 0): unknown => {
  if (typeof value === 'string') return toText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= MAX_DEPTH) return null;
  if (Array.isArray(value)) return value.map((item) => toStorable(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [toText(key), toStorable(item, depth + 1)]));
};
