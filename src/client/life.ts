/** The lifetime of a client, and of each login within it. A login lasts until the respondent logs out. */
export interface Life {
  /** Returns a signal that aborts when the current login ends. Get the signal before an `await` and check it afterwards. */
  signal(): AbortSignal;
  /** Returns true when the client has ended. */
  isOver(): boolean;
  /** Ends the current login and starts the next one. */
  renew(): void;
  /** Ends the current login and the client. */
  end(): void;
}

export const createLife = (): Life => {
  let visit = new AbortController();
  const isOver = () => visit.signal.aborted;
  return {
    signal: () => visit.signal,
    isOver,
    renew() {
      if (isOver()) return;
      visit.abort();
      visit = new AbortController();
    },
    end: () => visit.abort(),
  };
};
