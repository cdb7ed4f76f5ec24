/** The lifetime of a client, and within it of a login: the time until the respondent logs out. */
export interface Life {
  /** Returns a signal that aborts when the login ends. Get it before an `await` and check it afterwards. */
  signal(): AbortSignal;
  /** Returns true when the client has ended. */
  isOver(): boolean;
  /** Ends the login and starts the next one. */
  renew(): void;
  /** Ends the login and the client. */
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
