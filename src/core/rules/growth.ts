import type { Mark } from './frequencySummary.ts';

const MAX_FACTOR = 8;

/** Returns the factor by which a pause grows: refusals or postponements in a row double it, up to eight times. */
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
