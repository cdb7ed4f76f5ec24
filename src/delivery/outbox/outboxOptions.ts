import type { Delivered, Undeliverable } from '../../api/transport.ts';
import type { Ports } from './ports.ts';

export interface OutboxOptions {
  /** Names the queue: one for each collector and key. Part of every storage key. */
  queue: string;
  ports: Ports;
  /** Whether events may be kept on the device from the start. */
  persist: boolean;
  /** Whether events are held back from the start, because consent is pending. */
  hold: boolean;
  /** Called with what one request delivered. */
  onDelivery?: ((delivered: Delivered) => void) | undefined;
  /** Called with an event that will never be delivered, and the reason. */
  onUndeliverable?: ((undeliverable: Undeliverable) => void) | undefined;
  /** Called when a batch could not be sent. Its events are kept. */
  onRetry?: ((status: number) => void) | undefined;
}
