/** Maximum nesting depth. No event is deeper; deeper values could exceed the limits of PostgreSQL or the stack. */
const MAX_DEPTH = 32;

/** Matches characters that PostgreSQL cannot store in a text: NUL and unpaired surrogates. */
const UNSTORABLE = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const toText = (text: string) => text.replace(UNSTORABLE, '\ufffd');

/**
 * Copies a JSON value and replaces everything that PostgreSQL cannot store. Without this, one malicious string would make the insert
 * of its whole batch fail at every retry.
 */
export const toStorable = (value: unknown, depth = 0): unknown => {
  if (typeof value === 'string') return toText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= MAX_DEPTH) return null;
  if (Array.isArray(value)) return value.map((item) => toStorable(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [toText(key), toStorable(item, depth + 1)]));
};
