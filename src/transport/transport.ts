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
  /** Answers leave at once; the rest waits a moment for company. */
  readonly urgent: boolean;
}

/** Holds events until the collector has them. */
export interface EventQueue {
  add(event: QueuedEvent): void;
  /** Sends everything that waits; resolves when that attempt is over. */
  flush(reason: FlushReason): Promise<void>;
  /** Events that no receipt has come for. */
  size(): number;
  /** Holds everything back, or lets it go again. */
  pause(paused: boolean): void;
  /** Sends what waits once more and stops all timers. */
  stop(): void;
}
