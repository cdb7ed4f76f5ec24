/** Puts a score on 0–1 where 1 is the good end: the very function that writes it into events. Expects `min <= score <= max`. */
export { toNormalized as normalize } from '../schema/instruments.ts';
