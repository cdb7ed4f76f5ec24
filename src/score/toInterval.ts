import type { Interval } from './estimate.ts';

/** Cuts an interval to what is possible, and widens it to the estimate where the adjustment has moved it past. */
export function toInterval(raw: Interval, estimate: number, possible: Interval): Interval {
  return {
    low: Math.min(estimate, Math.max(possible.low, raw.low)),
    high: Math.max(estimate, Math.min(possible.high, raw.high)),
  };
}
