import type { Mark } from './frequencySummary.ts';

const MAX_FACTOR = 8;

/**
 * Returns the factor by which the pause of a frequency cap grows. Each refusal or postponement in a row doubles the pause, up to eight
 * times its length.
 */
export const toGrowth = (mark: Mark, count: number): number => {
  switch (mark) {
    case 'dismissed':
    case 'snoozed':
      return Math.min(2 ** (count - 1), MAX_FACTOR);
    case 'displayed':
    case 'answered':
      return 1;
    default:
      return mark satisfies never;
  }
};
