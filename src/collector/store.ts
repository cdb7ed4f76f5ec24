import type { ScoreletEvent } from '../schema/index.ts';

/** One accepted event and what is known of its arrival. */
export interface ReceivedEvent {
  readonly event: ScoreletEvent;
  /** The event as it was posted, fields this version does not know included. */
  readonly json: string;
  /** Milliseconds since 1970, the collector's clock. */
  readonly receivedAt: number;
  /** When it happened by the collector's clock: received − (sent − time). Equals `receivedAt` where the sender did not say when it sent. */
  readonly occurredAt: number;
  /** The publishable key of the request. */
  readonly key?: string | undefined;
}

/** Where events are kept. */
export interface EventStore {
  /**
   * Keeps a batch. Must resolve only when every event is durably committed, must keep the first body of each `(source, id)`
   * for at least 14 days, and must reject when any could not be kept. Resolves the ids that were there already.
   */
  add(events: readonly ReceivedEvent[]): Promise<{ duplicates: readonly string[] }>;
}
