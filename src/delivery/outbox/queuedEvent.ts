/** An event to deliver. Its JSON never changes, so an id always has the same bytes. */
export interface QueuedEvent {
  readonly id: string;
  readonly json: string;
  /** True for an event with an answer. It is never dropped to make room. */
  readonly answer: boolean;
  /** True when it is sent at once. Other events wait up to a second to share a request. */
  readonly urgent: boolean;
}
