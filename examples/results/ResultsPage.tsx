import { Fragment, h } from 'preact';
import type { Report } from '../collector/report.ts';
import { CommentsSection } from './CommentsSection.tsx';
import { EmptyState } from './EmptyState.tsx';
import { FiltersForm, type OnFilter } from './FiltersForm.tsx';
import { FunnelSection } from './FunnelSection.tsx';
import { formatCount, formatTime, plural } from './format.ts';
import { ReasonsSection } from './ReasonsSection.tsx';
import type { ResultsState } from './resultsStore.ts';
import { ScoreBlock } from './ScoreBlock.tsx';
import { SuppressionsSection } from './SuppressionsSection.tsx';

const LIVE = { connecting: 'Connecting', live: 'Live', lost: 'Reconnecting' } as const;

const Masthead = ({ state }: { state: ResultsState }) => (
  <header class="masthead">
    <p class="wordmark">
      <a href="/">scorelet</a>
    </p>
    <p class="live" data-status={state.live}>
      {LIVE[state.live]}
    </p>
  </header>
);

const Excluded = ({ report, onFilter }: { report: Report; onFilter: OnFilter }) => {
  const { excluded, filters } = report;
  if (excluded.responses === 0) return null;
  const parts = [
    excluded.test > 0 ? `${formatCount(excluded.test)} test` : '',
    excluded.preview > 0 ? `${formatCount(excluded.preview)} preview` : '',
    excluded.automation > 0 ? `${formatCount(excluded.automation)} automated` : '',
  ].filter(Boolean);
  return (
    <p class={filters.includesTest ? 'notice warning' : 'notice'}>
      {filters.includesTest ? 'These numbers include ' : 'All numbers leave out '}
      {plural(excluded.responses, 'response', 'responses')} flagged as {parts.join(', ')}.{' '}
      <button type="button" class="link" onClick={() => onFilter({ include: filters.includesTest ? '' : 'test' })}>
        {filters.includesTest ? 'Leave them out' : 'Show them'}
      </button>
    </p>
  );
};

const Unscorable = ({ report }: { report: Report }) =>
  report.unscorable.length === 0 ? null : (
    <section aria-labelledby="unscorable">
      <h2 id="unscorable">Not scored</h2>
      <p class="muted">These answers are stored and exported, but their scale or their score is not valid.</p>
      <ul class="plain-list">
        {report.unscorable.map(({ label, answers, reason }) => (
          <li key={`${label} ${reason}`}>
            <strong>{label}</strong>, {plural(answers, 'answer', 'answers')}: {reason}.
          </li>
        ))}
      </ul>
    </section>
  );

const Body = ({ report, onFilter }: { report: Report; onFilter: OnFilter }) => {
  const { blocks, funnel, reasons, comments, suppressions, filters } = report;
  const isEmpty = blocks.length === 0 && reasons.length === 0 && comments.length === 0;
  return (
    <Fragment>
      <Excluded report={report} onFilter={onFilter} />
      {isEmpty && <EmptyState report={report} />}
      {blocks.map((block, index) => (
        <ScoreBlock key={block.id} block={block} filters={filters} id={`block-${index}`} />
      ))}
      <Unscorable report={report} />
      {funnel.displayed > 0 && <FunnelSection funnel={funnel} />}
      {suppressions.suppressed > 0 && <SuppressionsSection suppressions={suppressions} />}
      {(reasons.length > 0 || filters.segment) && <ReasonsSection report={report} onFilter={onFilter} />}
      {(comments.length > 0 || filters.segment) && <CommentsSection report={report} onFilter={onFilter} />}
    </Fragment>
  );
};

/** Renders the whole page from a state. */
export const ResultsPage = ({
  state,
  onFilter,
  onRetry,
}: {
  state: ResultsState;
  onFilter: OnFilter;
  onRetry: () => void;
}) => {
  const { report, problem, isLoading, query } = state;
  return (
    <div class="page">
      <Masthead state={state} />
      <main aria-busy={isLoading}>
        <h1>Results</h1>
        <FiltersForm query={query} report={report} onFilter={onFilter} />
        {problem !== null && (
          <div class="notice error" role="alert">
            <p>
              <strong>{report ? 'These numbers may be outdated.' : 'The results could not be loaded.'}</strong>{' '}
              {problem}
            </p>
            <button type="button" onClick={onRetry}>
              Try again
            </button>
          </div>
        )}
        {report ? (
          <Body report={report} onFilter={onFilter} />
        ) : (
          problem === null && <p class="waiting muted">Counting the answers …</p>
        )}
      </main>
      <footer class="colophon">
        <p aria-live="polite">{state.news}</p>
        {report && (
          <p>
            As of {formatTime(report.generatedAt, report.filters.timeZone)}, {report.filters.timeZone}. Export these
            answers as <a href={`/api/export.csv?${query}`}>CSV</a> or <a href={`/api/export.json?${query}`}>JSON</a>.
          </p>
        )}
      </footer>
    </div>
  );
};
