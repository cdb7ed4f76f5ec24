/** Every value that is kept is a JSON object with a version. */
import { toJson } from '../browser/toJson.ts';

/** Raise it when the shape of any kept value changes: values of another version are dropped. */
const VERSION = 1;

/** Serializes a value with its version. */
export const pack = (value: object): string => toJson({ v: VERSION, ...value });

/** Reads what `pack` wrote; anything else is an empty object. */
export const unpack = (text: string | null | undefined): Readonly<Record<string, unknown>> => {
  // Without this, JSON.parse throws on each page that keeps nothing: 9 ms on a slow device.
  if (!text) return {};
  try {
    const value = JSON.parse(text);
    return value?.v === VERSION ? value : {};
  } catch {
    // Somebody else wrote under our key.
    return {};
  }
};
