import type { Transport } from '../transport/transport.ts';

/** What the outbox needs of the world. The browser has one kind, the simulation another; nothing in this room knows which. */
export interface Ports {
  /** Milliseconds since 1970, by a clock that somebody may set. */
  now(): number;
  /** Calls back once, after so many milliseconds of a clock that nobody sets. Returns what stops it. */
  after(ms: number, callback: () => void): () => void;
  /** A signal that aborts after so long. */
  timeout(ms: number): AbortSignal;
  /** From 0 up to, but not, 1. */
  random(): number;
  readonly local: LocalPort;
  /** Missing where the host gave a storage of its own. */
  readonly durable: DurablePort | undefined;
  /** Runs the task while no other tab runs one; resolves `false` without running it when one does. The task never rejects. */
  lock(task: () => Promise<void>): Promise<boolean>;
  readonly transport: Transport;
}

/** Strings that the tabs of a site share, written at once (localStorage). Each method may throw. */
export interface LocalPort {
  /** Every key, the host's too. */
  keys(): readonly string[];
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
}

/** Strings that survive the browser being killed as soon as `put` has resolved (IndexedDB). Each method may reject. */
export interface DurablePort {
  entries(): Promise<readonly (readonly [key: string, value: string])[]>;
  put(key: string, value: string): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
}
