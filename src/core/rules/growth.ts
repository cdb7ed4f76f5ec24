import type { Mark } from './frequencySummary.ts';

const MAX_FACTOR = 8;
const GROWING: readonly Mark[] = ['dismissed', 'snoozed'];

/**
 * Returns the factor by which the pause of a frequency cap grows. Each refusal or postponement in a row doubles the pause, up to eight
 * times its length.
 */
export const toGrowth = (mark: Mark, count: number): number =>
  GROWING.includes(mark) ? Math.min(2 ** (count - 1), MAX_FACTOR) : 1;
