/** A confidence interval. Both ends have the unit of the estimate. */
export type Interval = { readonly low: number; readonly high: number };

/** The formula that produced the confidence interval. */
export type Method = 'adjusted_wald' | 'wilson' | 't' | 'newcombe';

/**
 * An estimate with its confidence interval. Functions return `null` instead when there are no answers. `interval` is
 * `null` for the mean of a single answer, or of answers that are all the same.
 */
export type Estimate = {
  readonly estimate: number;
  readonly interval: Interval | null;
  /** Number of answers behind the estimate. For a difference, the answers of both groups together. */
  readonly n: number;
  readonly method: Method;
  /** Confidence level of the interval, 0–1. */
  readonly level: number;
};

/** An estimate whose method gives an interval for every `n` of 1 or more. */
export type IntervalEstimate = Estimate & { readonly interval: Interval };

/** The estimated difference between two groups of answers, `a - b`. */
export type Difference = IntervalEstimate & {
  /** True when both ends of the interval lie on the same side of 0. The difference is then significant at this confidence level. */
  readonly excludesZero: boolean;
};

export type LevelOption = {
  /** Confidence level, above 0 and below 1. @default 0.95 */
  level?: number | undefined;
};
