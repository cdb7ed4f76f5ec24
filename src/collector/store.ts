import type { HistoryFact, ScoreletEvent } from '../schema/index.ts';

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

export interface HistoryQuestion {
  /** The most facts to answer, the newest. */
  readonly limit: number;
  /** Whether test, preview and automation count. */
  readonly test: boolean;
  /** The publishable key of the request: where sites share a collector, what was posted with another one is none of its business. */
  readonly key?: string | undefined;
}

/** Where events are kept. */
export interface EventStore {
  /**
   * Keeps a batch. Must resolve only when every event is durably committed, must keep the first body of each `(source, id)`
   * for at least 14 days, and must reject when any could not be kept. Resolves the ids that were there already.
   */
  add(events: readonly ReceivedEvent[]): Promise<{ duplicates: readonly string[] }>;
  /** Resolves what became of every display to a respondent (`data.respondent.id`), oldest first: `toHistoryFacts` says how. */
  historyOf?(respondentId: string, question: HistoryQuestion): Promise<readonly HistoryFact[]>;
}
