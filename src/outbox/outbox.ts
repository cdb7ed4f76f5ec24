import type { Delivered, QueuedEvent, Undeliverable } from '../transport/transport.ts';
import type { Ports } from './ports.ts';

export interface OutboxOptions {
  /** Which queue: one for each collector and key. Part of every storage key. */
  queue: string;
  ports: Ports;
  /** Whether events may be kept on the device from the start. */
  persist: boolean;
  /** Whether they are held back from the start (consent is pending). */
  hold: boolean;
  /** Told what a request that came through delivered. */
  onDelivery?: ((delivered: Delivered) => void) | undefined;
  /** Told about an event that never will be delivered, and why. */
  onUndeliverable?: ((undeliverable: Undeliverable) => void) | undefined;
  /** Told when a batch could not be sent; its events are kept. */
  onRetry?: ((status: number) => void) | undefined;
}

/** Holds events until the collector has them, across pages, tabs and crashes. */
export interface Outbox {
  /** Writes an event down, in this very task, and sends it soon. */
  add(event: QueuedEvent): void;
  /** Sends what waits, though a pause after a failure is not over; resolves when that attempt is. Never before what Retry-After asked for. */
  flush(): Promise<void>;
  /** The page may never run again: what waits leaves in this task, beside a request that is still without its receipt. */
  leave(): void;
  /** Something may be better now (online again, back from the back/forward cache): a pause after a failure ends. */
  wake(): void;
  /** Holds everything back, or lets it go again. */
  hold(held: boolean): void;
  /** Whether events may be kept on the device. `false` deletes what was kept there and forgets what was recorded so far; `true` keeps what is in memory. */
  persist(allowed: boolean): void;
  /** Sends what waits once more, then forgets it, on the device too. */
  clear(): void;
  /** Events that no receipt has come for, of this page and, since it was looked for, of others. */
  size(): number;
  /** Sends what waits once more and stops all timers; what is kept on the device stays. */
  stop(): void;
}
