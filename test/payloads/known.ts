/** Payloads that do not stay as they are in some slots. */

/** A wording is cut to a length, and never ends with half of a character: such a half is removed. */
const HALF_PAIR = /[\ud800-\udbff]$/;

/** Names that every object inherits. Questions have them as ids too, and a placeholder of such a name is replaced with the answer. */
const INHERITED = Object.getOwnPropertyNames(Object.prototype);

/** Returns true when a payload is left out. */
export const isKnown = (payload: string): boolean =>
  INHERITED.some((inherited) => payload === `{${inherited}}`) || HALF_PAIR.test(payload);
