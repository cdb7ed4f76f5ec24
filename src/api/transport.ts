/** What a transport is given, and what it answers. The HTTP transport is one; a host may give another. */

/** Why a batch leaves now. */
export type FlushReason = 'answer' | 'delay' | 'retry' | 'hidden' | 'api';

/** One request, as a transport is told about it. */
export interface Delivery {
  /** The event ids in the batch, in order. */
  readonly ids: readonly string[];
  /** Failures in a row before this request; 0 for the first attempt. */
  readonly attempt: number;
  readonly reason: FlushReason;
  /** Aborts after 10 seconds. */
  readonly signal: AbortSignal;
}

/** What the collector answered. `status` 0: there was no valid response. */
export interface Receipt {
  readonly status: number;
  /** Seconds, or an HTTP date. */
  readonly retryAfter?: string | number | null | undefined;
  /** Required for a status 200: the ids of the accepted events. Captive portals answer 200 to everything. */
  readonly accepted?: readonly string[] | undefined;
  /** Events that the collector will never accept. */
  readonly rejected?: readonly { readonly id: string; readonly code: string }[] | undefined;
}

/** Posts one CloudEvents batch, a JSON array as text. An exception is treated as status 0. */
export type Transport = (batch: string, delivery: Delivery) => Promise<Receipt>;

/** The events that one request delivered. */
export interface Delivered {
  readonly ids: readonly string[];
  readonly status: number;
  /** Failures in a row before this request; 0 for the first attempt. */
  readonly attempt: number;
}

/** An event that will never be delivered. */
export interface Undeliverable {
  readonly id: string;
  /** `http_<status>` or the collector's own code: the collector refused it. `expired`: no delivery within a week. `evicted`: no room. */
  readonly code: string;
  /** The event as it would have been posted. */
  readonly json: string;
}
