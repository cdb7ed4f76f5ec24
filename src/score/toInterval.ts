import type { Interval } from './estimate.ts';

/** Limits an interval to the `possible` range, and widens it when the adjustment has moved it off the estimate. */
export function toInterval(raw: Interval, estimate: number, possible: Interval): Interval {
  return {
    low: Math.min(estimate, Math.max(possible.low, raw.low)),
    high: Math.max(estimate, Math.min(possible.high, raw.high)),
  };
}
