/** An event to be delivered. Its JSON never changes: one id always has the same bytes. */
export interface QueuedEvent {
  readonly id: string;
  readonly json: string;
  /** The respondent said something: never dropped to make room. */
  readonly answer: boolean;
  /** Leaves at once. Other events wait up to a second for a common request. */
  readonly urgent: boolean;
}
