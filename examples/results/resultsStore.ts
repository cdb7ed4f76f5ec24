import type { Report } from '../collector/report.ts';
import type { LiveStatus } from './liveUpdates.ts';

export interface ResultsState {
  /** The filters as a query string, as in the address. */
  readonly query: string;
  /** The last loaded report. It stays on screen while the next one loads. */
  readonly report: Report | null;
  readonly isLoading: boolean;
  /** The error message of the last load, or `null`. */
  readonly problem: string | null;
  readonly live: LiveStatus;
  /** Announcement of the last change, for screen readers. */
  readonly news: string;
}

type LoadReport = (query: string) => Promise<Report>;

/** Fetches a report. Rejects with an error whose message is shown on the page. */
export const loadReport: LoadReport = async (query) => {
  const response = await fetch(`/api/results?${query}`, { headers: { Accept: 'application/json' } }).catch(() => {
    throw new Error('The collector cannot be reached. Is it running?');
  });
  if (response.ok) return await response.json();
  const problem: { detail?: unknown } = await response.json().catch(() => ({}));
  throw new Error(typeof problem.detail === 'string' ? problem.detail : `The collector answered ${response.status}.`);
};

const toNews = (before: Report | null, after: Report): string => {
  const more = after.funnel.answered - (before?.funnel.answered ?? after.funnel.answered);
  if (more > 0) return more === 1 ? 'One new answer.' : `${more} new answers.`;
  if (after.funnel.viewed === 0) return 'No survey was displayed.';
  return `${after.funnel.answered} of ${after.funnel.viewed} people who were asked answered.`;
};

interface ResultsStore {
  state(): ResultsState;
  /** Calls the listener after every change. Returns a function that unsubscribes it. */
  subscribe(listener: () => void): () => void;
  /** Loads a report with other filters. */
  show(query: URLSearchParams): void;
  /** Loads the report again. During a load, loads once more when the load has ended. */
  refresh(): void;
  setLive(live: LiveStatus): void;
}

/** Creates the store of the page's state. When several requests are open, only the last one changes the state. */
export const createResultsStore = (load: LoadReport, query: URLSearchParams): ResultsStore => {
  const listeners = new Set<() => void>();
  let latest = 0;
  let state: ResultsState = {
    query: query.toString(),
    report: null,
    isLoading: false,
    problem: null,
    live: 'connecting',
    news: '',
  };

  const change = (next: Partial<ResultsState>) => {
    state = { ...state, ...next };
    for (const listener of [...listeners]) listener();
  };

  /** True when a refresh was requested during a load. One more load follows, however many refreshes were requested. */
  let isStale = false;

  const fetchReport = async () => {
    const turn = ++latest;
    const asked = state.query;
    isStale = false;
    change({ isLoading: true });
    try {
      const report = await load(asked);
      if (turn === latest) change({ report, problem: null, isLoading: false, news: toNews(state.report, report) });
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      if (turn === latest) change({ problem, isLoading: false });
    }
    if (turn === latest && isStale) void fetchReport();
  };

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show(next) {
      change({ query: next.toString() });
      void fetchReport();
    },
    refresh() {
      if (state.isLoading) isStale = true;
      else void fetchReport();
    },
    setLive: (live) => change({ live }),
  };
};
