/** Faults of the product that the payloads found and that are not mended yet. A test of each fails as soon as it is mended. */
import type { Slot } from './slots.ts';

/** Names of properties that every object inherits. A placeholder of such a name is replaced with what is inherited. */
const INHERITED = Object.getOwnPropertyNames(Object.prototype);

/** A session keeps answers in objects by question id, and finds there what these objects inherit. */
const isQuestionId = (name: string): boolean => /questions\[\d\]\.id$/.test(name);

/** The check in the page bounds the values of records, not the length of their keys. */
const isKey = (name: string): boolean => name.endsWith('{key}');
const LONGEST_KEY = 80;

/** Returns true when a fault is known of this payload in this slot. */
export const isKnown = ({ name }: Slot, payload: string): boolean =>
  INHERITED.some((inherited) => payload === `{${inherited}}`) ||
  (isQuestionId(name) && INHERITED.includes(payload)) ||
  (isKey(name) && payload.length > LONGEST_KEY);
