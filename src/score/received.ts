/** Formats a received value for an error message. Strings keep their quotes, to tell `"8"` from `8`. */
export function received(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'an array' : 'an object';
  return Object.is(value, -0) ? '-0' : String(value);
}
