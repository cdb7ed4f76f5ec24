/** The life of a client, and within it the life of a visit: the time until the respondent logs out. */
export interface Life {
  /** Aborts when the visit ends. Whoever waits takes it before, and looks at it after. */
  signal(): AbortSignal;
  /** Returns true when the client has ended. */
  isOver(): boolean;
  /** Ends the visit and begins the next one. */
  renew(): void;
  /** Ends the visit and the client. */
  end(): void;
  /** Calls back once when the client ends. */
  onEnd(stop: () => void): void;
}

export const createLife = (): Life => {
  let visit = new AbortController();
  const client = new AbortController();
  const isOver = () => client.signal.aborted;
  return {
    signal: () => visit.signal,
    isOver,
    renew() {
      if (isOver()) return;
      visit.abort();
      visit = new AbortController();
    },
    end() {
      visit.abort();
      client.abort();
    },
    onEnd: (stop) => client.signal.addEventListener('abort', stop, { once: true }),
  };
};
