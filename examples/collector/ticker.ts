export interface Ticker {
  tick(): void;
  /** Calls back at every tick. Returns what stops it. */
  subscribe(listener: () => void): () => void;
}

/** Tells whoever listens that something new was committed. */
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
