import type { Report } from '../collector/report.ts';
import type { LiveStatus } from './liveUpdates.ts';

export interface ResultsState {
  /** The filters as they stand in the address. */
  readonly query: string;
  /** The last report that came; it stays on screen while the next is fetched. */
  readonly report: Report | null;
  readonly isLoading: boolean;
  /** Why the last attempt failed. */
  readonly problem: string | null;
  readonly live: LiveStatus;
  /** What changed, for those who do not see it. */
  readonly news: string;
}

export type LoadReport = (query: string) => Promise<Report>;

/** Fetches a report. Rejects with a message that a person can act on. */
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
  if (after.funnel.viewed === 0) return 'Nobody was asked.';
  return `${after.funnel.answered} of ${after.funnel.viewed} people asked answered.`;
};

export interface ResultsStore {
  state(): ResultsState;
  /** Calls back after every change. Returns what stops it. */
  subscribe(listener: () => void): () => void;
  /** Shows what other filters leave. */
  show(query: URLSearchParams): void;
  refresh(): void;
  setLive(live: LiveStatus): void;
}

/** Holds what the page shows. Of several requests under way only the last one counts. */
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

  /** Whether something came while a request was under way: one more look afterwards, not one for each. */
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
