export type LiveStatus = 'connecting' | 'live' | 'lost';

interface LiveUpdatesOptions {
  url: string;
  /** Called after a commit, and after a reconnect, because commits may have been missed. */
  onCommitted: () => void;
  onStatus: (status: LiveStatus) => void;
}

/** Commits within this time cause one call of `onCommitted`. */
const GATHER_MS = 400;
/** Delay before a new EventSource. A browser does not reconnect after an HTTP error, for example from a proxy while the collector restarts. */
const REOPEN_MS = 4_000;

/** Listens for commits and reconnects when the connection is lost. Returns a function that stops listening. */
export const startLiveUpdates = ({ url, onCommitted, onStatus }: LiveUpdatesOptions): (() => void) => {
  let source: EventSource | undefined;
  let reopen: ReturnType<typeof setTimeout> | undefined;
  let gather: ReturnType<typeof setTimeout> | undefined;
  let hadGap = false;

  const notify = () => {
    gather ??= setTimeout(() => {
      gather = undefined;
      onCommitted();
    }, GATHER_MS);
  };

  const open = () => {
    source = new EventSource(url);
    source.addEventListener('open', () => {
      onStatus('live');
      if (hadGap) notify();
      hadGap = false;
    });
    source.addEventListener('committed', notify);
    source.addEventListener('error', () => {
      hadGap = true;
      onStatus('lost');
      if (source?.readyState !== EventSource.CLOSED) return;
      clearTimeout(reopen);
      reopen = setTimeout(open, REOPEN_MS);
    });
  };

  open();
  return () => {
    source?.close();
    clearTimeout(reopen);
    clearTimeout(gather);
  };
};
