/** Stored values are JSON objects with a version. */
import { toJson } from '../browser/toJson.ts';

/** Increase it when the shape of any stored value changes. Values with another version are dropped. */
const VERSION = 1;

/** Serializes a value with its version. */
export const pack = (value: object): string => toJson({ v: VERSION, ...value });

/** Reads what `pack` wrote; anything else is an empty object. */
export const unpack = (text: string | null | undefined): Readonly<Record<string, unknown>> => {
  // Without this check, JSON.parse throws on each page without stored data, which takes 9 ms on a slow device.
  if (!text) return {};
  try {
    const value = JSON.parse(text);
    return value?.v === VERSION ? value : {};
  } catch {
    // Other code wrote a value under this key.
    return {};
  }
};
