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
}

export const createLife = (): Life => {
  let visit = new AbortController();
  let over = false;
  return {
    signal: () => visit.signal,
    isOver: () => over,
    renew() {
      visit.abort();
      if (!over) visit = new AbortController();
    },
    end() {
      over = true;
      visit.abort();
    },
  };
};
