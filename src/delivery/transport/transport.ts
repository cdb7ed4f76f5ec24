/** Why a batch leaves now. */
export type FlushReason = 'answer' | 'delay' | 'retry' | 'hidden' | 'api';

export interface Delivery {
  /** The event ids in the batch, in order. */
  readonly ids: readonly string[];
  /** 0 for the first time. */
  readonly attempt: number;
  readonly reason: FlushReason;
  /** Aborts after 10 seconds. */
  readonly signal: AbortSignal;
}

/** What the collector said. `status` 0: nothing arrived that could be believed. */
export interface Receipt {
  readonly status: number;
  /** Seconds, or an HTTP date. */
  readonly retryAfter?: string | number | null | undefined;
  /** For a status 200: what became of each event. Without it a 200 is no receipt (captive portals say 200 to everything). */
  readonly accepted?: readonly string[] | undefined;
  readonly rejected?: readonly { readonly id: string; readonly code: string }[] | undefined;
}

/** Posts one CloudEvents batch, a JSON array as text. Never needs to throw; a throw counts as status 0. */
export type Transport = (batch: string, delivery: Delivery) => Promise<Receipt>;

/** An event on its way: its JSON is fixed once, and the same id always has the same bytes. */
export interface QueuedEvent {
  readonly id: string;
  readonly json: string;
  /** Somebody said something: never dropped to make room. */
  readonly answer: boolean;
  /** Leaves at once; the rest waits a moment for company. */
  readonly urgent: boolean;
}

/** What one request delivered. */
export interface Delivered {
  readonly ids: readonly string[];
  readonly status: number;
  /** 0 for the first time. */
  readonly attempt: number;
}

/** An event that never will be delivered. */
export interface Undeliverable {
  readonly id: string;
  /** `http_<status>` or the collector's own code: it refused. `expired`: nobody took it for a week. `evicted`: there was no room. */
  readonly code: string;
  /** The event as it would have been posted. */
  readonly json: string;
}
