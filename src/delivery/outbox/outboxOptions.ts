import type { Delivered, Undeliverable } from '../../api/transport.ts';
import type { Ports } from './ports.ts';

export interface OutboxOptions extends Ports {
  /** The name of the event queue. Each combination of collector and key has its own queue. The name is part of every storage key. */
  readonly queue: string;
  /** Called with the events that one request delivered. */
  onDelivery(delivered: Delivered): void;
  /** Called with an event that will never be delivered, and with the reason. */
  onUndeliverable(undeliverable: Undeliverable): void;
}
