import type { Delivered, Undeliverable } from '../../api/transport.ts';
import type { Ports } from './ports.ts';

export interface OutboxOptions extends Ports {
  /** The name of the queue: one for each collector and key. Part of every storage key. */
  readonly queue: string;
  /** Called with the events that one request delivered. */
  onDelivery(delivered: Delivered): void;
  /** Called with an event that will never be delivered, and the reason. */
  onUndeliverable(undeliverable: Undeliverable): void;
  /** Called when a batch could not be sent. Its events are kept. */
  onRetry(status: number): void;
}
