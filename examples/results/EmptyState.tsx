import { h } from 'preact';
import type { Report } from '../collector/report.ts';
import { plural } from './format.ts';

const TAG =
  '<script async src="/scorelet/scorelet.js" data-collector="/collect" data-metric="nps" data-brand="Acme"></script>';

/** Shown without answers. Explains whether the filters match nothing, no respondent answered, or no survey was displayed. */
export const EmptyState = ({ report }: { report: Report }) => {
  const { filters, funnel, surveys, suppressions } = report;
  const isFiltered = Boolean(filters.survey || filters.touchpoint || filters.from || filters.to);
  if (isFiltered && surveys.some(({ responses }) => responses > 0)) {
    return (
      <section class="empty">
        <h2>No answers match</h2>
        <p>There are answers, but none with these filters.</p>
        <p>
          <a href={`?tz=${encodeURIComponent(filters.timeZone)}`}>Show all answers</a>
        </p>
      </section>
    );
  }
  return (
    <section class="empty">
      <h2>No answers yet</h2>
      {funnel.displayed > 0 ? (
        <p>
          {plural(funnel.displayed, 'prompt was', 'prompts were')} shown. The first answer will appear here
          automatically.
        </p>
      ) : suppressions.suppressed > 0 ? (
        <p>No prompt was shown yet. The reasons are listed below.</p>
      ) : (
        <div>
          <p>
            Add this line to a page of this origin, open the page, and answer the survey. The first answer will appear
            here automatically.
          </p>
          <pre>
            <code>{TAG}</code>
          </pre>
        </div>
      )}
    </section>
  );
};
