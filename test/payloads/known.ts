/** Payloads that do not stay as they are, or are not refused, in some slots. */
import type { Slot } from './slots.ts';

/** A fault: the check in the page bounds the values of records, not the length of their keys. A test fails as soon as it is mended. */
const isKey = (name: string): boolean => name.endsWith('{key}');
const LONGEST_KEY = 80;

/** A wording is cut to a length, and never ends with half of a character: such a half is removed. */
const HALF_PAIR = /[\ud800-\udbff]$/;

/** Names that every object inherits. Questions have them as ids too, and a placeholder of such a name is replaced with the answer. */
const INHERITED = Object.getOwnPropertyNames(Object.prototype);

/** Returns true when a payload is left out in this slot. */
export const isKnown = ({ name }: Slot, payload: string): boolean =>
  INHERITED.some((inherited) => payload === `{${inherited}}`) ||
  HALF_PAIR.test(payload) ||
  (isKey(name) && payload.length > LONGEST_KEY);
