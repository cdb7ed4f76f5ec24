/** The life of a client, and within it the life of a visit: the time until the respondent logs out. */
export interface Life {
  /** Aborts when the visit ends. Whoever waits takes it before, and looks at it after. */
  signal(): AbortSignal;
  /** Ends the visit and begins the next one. */
  renew(): void;
  /** Ends the visit and the client. */
  end(): void;
  /** Calls back once when the client ends. */
  onEnd(stop: () => void): void;
}

/** Creates a life; one that is `over` from the start stays so. */
export const createLife = (over: boolean): Life => {
  let visit = new AbortController();
  const client = new AbortController();
  const end = () => {
    visit.abort();
    client.abort();
  };
  if (over) end();
  return {
    signal: () => visit.signal,
    renew() {
      if (client.signal.aborted) return;
      visit.abort();
      visit = new AbortController();
    },
    end,
    onEnd: (stop) => client.signal.addEventListener('abort', stop, { once: true }),
  };
};
