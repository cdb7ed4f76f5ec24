import type { Transport } from '../../api/transport.ts';

/** What the outbox needs from its environment: a browser, or the simulation. */
export interface Ports {
  /** Returns milliseconds since 1970, from a clock that may be set. */
  now(): number;
  /** Calls back once after this many milliseconds of a monotonic clock. Returns a function that cancels it. */
  after(ms: number, callback: () => void): () => void;
  /** Returns a signal that aborts after this time. */
  timeout(ms: number): AbortSignal;
  /** Returns a number from 0 up to, but not including, 1. */
  random(): number;
  readonly local: LocalPort;
  /** Missing when the host passes its own storage. */
  readonly durable: DurablePort | undefined;
  /** Runs the task unless another tab runs one; resolves whether it ran. The task never rejects. */
  lock(task: () => Promise<void>): Promise<boolean>;
  readonly transport: Transport;
}

/** Strings that the tabs of a site share, written synchronously (localStorage). Each method may throw. */
export interface LocalPort {
  /** Lists all keys, including those of the host page. */
  keys(): readonly string[];
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
}

/** Strings that survive a kill of the browser once `put` has resolved (IndexedDB). Each method may reject. */
export interface DurablePort {
  entries(): Promise<readonly (readonly [key: string, value: string])[]>;
  put(key: string, value: string): Promise<unknown>;
  remove(key: string): Promise<unknown>;
}
