import type { Transport } from '../../api/transport.ts';

/** The services that the outbox needs from its environment, which is a browser or a simulation. */
export interface Ports {
  /** Returns milliseconds since 1970. The clock of the device may be changed at any time. */
  now(): number;
  /** Calls back once after this many milliseconds of a monotonic clock. Returns a function that cancels the callback. */
  after(ms: number, callback: () => void): () => void;
  /** Returns a signal that aborts after this many milliseconds. */
  timeout(ms: number): AbortSignal;
  /** Returns a number from 0 up to, but not including, 1. */
  random(): number;
  readonly local: LocalPort;
  /** The IndexedDB storage. Missing when the host page passes its own storage. */
  readonly durable: DurablePort | undefined;
  /** Runs the task unless another tab is running one under the lock. Resolves true when the task ran. The task never rejects. */
  lock(task: () => Promise<void>): Promise<boolean>;
  readonly transport: Transport;
}

/** The interface of localStorage: strings that all tabs of a site share, written synchronously. Each method may throw. */
export interface LocalPort {
  /** Lists all keys of localStorage, including those of the host page. */
  keys(): readonly string[];
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
}

/** The interface of IndexedDB: strings that survive when the browser is killed, once `put` has resolved. Each method may reject. */
export interface DurablePort {
  entries(): Promise<readonly (readonly [key: string, value: string])[]>;
  put(key: string, value: string): Promise<unknown>;
  remove(key: string): Promise<unknown>;
}
