/**
 * The types of a transport: the request that it receives and the response that it returns. The HTTP transport is the default; a host page
 * may provide its own.
 */

/** The reason why a batch is sent now. */
export type FlushReason = 'answer' | 'delay' | 'retry' | 'hidden' | 'api';

/** One request, as the transport receives it. */
export interface Delivery {
  /** The ids of the events in the batch, in the order of the batch. */
  readonly ids: readonly string[];
  /** The number of consecutive failures before this request; 0 for the first attempt. */
  readonly attempt: number;
  readonly reason: FlushReason;
  /** A signal that aborts 10 seconds after the start of the request. */
  readonly signal: AbortSignal;
}

/** The collector's response to one request. `status` is 0 when there was no valid response. */
export interface Receipt {
  readonly status: number;
  /** The `Retry-After` header of the response: seconds, or an HTTP date. */
  readonly retryAfter?: string | number | null | undefined;
  /** The ids of the accepted events. Required for a status 200, because captive portals respond with 200 to every request. */
  readonly accepted?: readonly string[] | undefined;
  /** Events that the collector has rejected for good. */
  readonly rejected?: readonly { readonly id: string; readonly code: string }[] | undefined;
}

/** Posts one batch of CloudEvents. The body is a JSON array as text. If the transport throws, the client treats the result as status 0. */
export type Transport = (batch: string, delivery: Delivery) => Promise<Receipt>;

/** The events that one request delivered to the collector. */
export interface Delivered {
  readonly ids: readonly string[];
  readonly status: number;
  /** The number of consecutive failures before this request; 0 for the first attempt. */
  readonly attempt: number;
}

/** An event that will never be delivered, with the reason. */
export interface Undeliverable {
  readonly id: string;
  /**
   * Why the event was dropped. `http_<status>` or the collector's own code: the collector rejected it. `expired`: it was not delivered
   * within a week. `evicted`: the storage had no space for it.
   */
  readonly code: string;
  /** The event as it would have been sent. */
  readonly json: string;
}
