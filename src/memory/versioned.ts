/** Reads and writes stored values, which are JSON objects with a version. */
import { toJson } from '../browser/toJson.ts';

/** The version of stored values. Increase it when the shape of any stored value changes. Values with another version are ignored. */
const VERSION = 1;

/** Serializes a value and adds the version. */
export const pack = (value: object): string => toJson({ v: VERSION, ...value });

/** Parses a text that `pack` wrote. Returns an empty object for any other text. */
export const unpack = (text: string | null | undefined): Readonly<Record<string, unknown>> => {
  // Checks for a missing text first, because an exception in JSON.parse takes 9 ms on a slow device, on each page without stored data.
  if (!text) return {};
  try {
    const value = JSON.parse(text);
    return value?.v === VERSION ? value : {};
  } catch {
    // Other code has written a value under this key.
    return {};
  }
};
