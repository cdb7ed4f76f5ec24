/** Both ends in the unit of the estimate they belong to. */
export type Interval = { readonly low: number; readonly high: number };

/** How the interval was made. */
export type Method = 'adjusted_wald' | 'wilson' | 't' | 'newcombe';

/**
 * What every function here that estimates something returns. Nobody answered is `null` instead of an estimate.
 * `interval` is `null` where the answers cannot carry one (a mean of one answer, or of answers that are all the same).
 */
export type Estimate = {
  readonly estimate: number;
  readonly interval: Interval | null;
  /** Answers behind the estimate. Both groups together for a difference. */
  readonly n: number;
  readonly method: Method;
  /** Confidence level of the interval, 0–1. */
  readonly level: number;
};

/** An estimate whose method has an interval for every n from 1 up. */
export type IntervalEstimate = Estimate & { readonly interval: Interval };

/** An estimate of `a - b`. */
export type Difference = IntervalEstimate & {
  /** Whether both ends lie on the same side of 0: the difference is not explained by chance at this level. */
  readonly excludesZero: boolean;
};

export type LevelOption = {
  /** Confidence level, above 0 and below 1. @default 0.95 */
  level?: number | undefined;
};
