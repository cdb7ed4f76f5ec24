import type { HistoryFact, ScoreletEvent } from '../schema/index.ts';

/** One accepted event with its time of arrival. */
export interface ReceivedEvent {
  readonly event: ScoreletEvent;
  /** The event as JSON, exactly as it was posted, including fields that this version does not know. */
  readonly json: string;
  /** When the request arrived, in milliseconds since 1970 by the collector's clock. */
  readonly receivedAt: number;
  /**
   * When the event happened, in milliseconds since 1970 by the collector's clock: `receivedAt` − (send time − `event.time`). Equals
   * `receivedAt` when the request has no send time.
   */
  readonly occurredAt: number;
  /** The publishable key of the request that carried the event. */
  readonly key?: string | undefined;
}

export interface HistoryQuestion {
  /** The maximum number of facts to return. The store leaves out the oldest facts. */
  readonly limit: number;
  /** True when the history includes test, preview and automation events. */
  readonly test: boolean;
  /** The publishable key of the request. When sites share a collector, return only events that were posted with this key. */
  readonly key?: string | undefined;
}

/** Stores the events that the collector accepts. The host implements it. */
export interface EventStore {
  /**
   * Stores a batch. Must resolve only when every event is durably committed, must keep the first body of each `(source, id)`
   * for at least 14 days, and must reject when any event could not be stored. Resolves the ids that were already stored.
   */
  add(events: readonly ReceivedEvent[]): Promise<{ duplicates: readonly string[] }>;
  /**
   * Resolves the outcome of every display to a respondent (`data.respondent.id`), oldest first. `toHistoryFacts` derives it from events.
   */
  historyOf?(respondentId: string, question: HistoryQuestion): Promise<readonly HistoryFact[]>;
}
