export type LiveStatus = 'connecting' | 'live' | 'lost';

export interface LiveUpdatesOptions {
  url: string;
  /** Called when something was committed, and after a gap in which something may have been. */
  onCommitted: () => void;
  onStatus: (status: LiveStatus) => void;
}

/** Many batches in a moment are one look at the results. */
const GATHER_MS = 400;
/** A browser gives a stream up for good after an HTTP error, such as that of a proxy while the collector restarts. */
const REOPEN_MS = 4_000;

/** Listens for commits, and listens again when the connection is lost. Returns what stops it. */
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
