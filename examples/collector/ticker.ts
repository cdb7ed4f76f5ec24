export interface Ticker {
  /** Calls all listeners. */
  tick(): void;
  /** Calls the listener at every tick. Returns a function that unsubscribes it. */
  subscribe(listener: () => void): () => void;
}

/** Creates a ticker. The event store ticks after every commit. */
export const createTicker = (): Ticker => {
  const listeners = new Set<() => void>();
  return {
    tick: () => {
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
