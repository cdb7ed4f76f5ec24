/**
 * Converts a score to 0 (worst) … 1 (best). The client uses the same function for `normalized` in events. Expects
 * `min <= score <= max`.
 */
export { toNormalized as normalize } from '../schema/instruments.ts';
