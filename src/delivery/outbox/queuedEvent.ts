/** An event to deliver. Its JSON never changes, so every copy with the same id has the same bytes. */
export interface QueuedEvent {
  readonly id: string;
  readonly json: string;
  /** True for an event with an answer. Such an event is never dropped to free storage space. */
  readonly answer: boolean;
  /** True when the event is sent at once. Other events wait up to a second to share a request. */
  readonly urgent: boolean;
}
