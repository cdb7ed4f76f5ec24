import { h } from 'preact';
import { SEGMENTS } from '../collector/filterWords.ts';
import type { Comment, Report } from '../collector/report.ts';
import { type OnFilter, Select } from './FiltersForm.tsx';
import { formatCount, formatTime, toSegmentsName } from './format.ts';

const MORE = 50;
const MOST = 500;

const CommentItem = ({ comment, timeZone }: { comment: Comment; timeZone: string }) => {
  const { text, title, score, max, segment, segmentChanged, subject, touchpoint, survey, time, locale, isTest } =
    comment;
  return (
    <li class="comment">
      <p class="score" data-segment={segment ?? 'none'}>
        {score === null ? (
          <span class="muted">no score</span>
        ) : (
          <span>
            <strong>{score}</strong>
            <span class="muted"> of {max}</span>
          </span>
        )}
        {segment && <span class="segment">{segment}</span>}
      </p>
      <div>
        <p class="asked" lang={locale} dir="auto">
          {title}
        </p>
        <blockquote dir="auto">{text}</blockquote>
        <p class="meta">
          <time dateTime={time}>{formatTime(time, timeZone)}</time>
          <span>{survey}</span>
          {touchpoint && <span>{touchpoint}</span>}
          {subject && <span>{subject}</span>}
          {segmentChanged && <span>score changed after writing</span>}
          {isTest && <span class="tag">Test</span>}
        </p>
      </div>
    </li>
  );
};

/** What people wrote, each text under the words it answers. */
export const CommentsSection = ({ report, onFilter }: { report: Report; onFilter: OnFilter }) => {
  const { comments, commentCount, filters } = report;
  return (
    <section aria-labelledby="comments">
      <div class="section-head">
        <h2 id="comments">Comments</h2>
        <Select
          label="From"
          value={filters.segment ?? ''}
          options={[['', 'Everybody'], ...SEGMENTS.map((segment) => [segment, toSegmentsName(segment)] as const)]}
          onSelect={(segment) => onFilter({ segment })}
        />
      </div>
      {comments.length === 0 && <p class="muted">Nobody of these wrote anything.</p>}
      <ol class="comments">
        {comments.map((comment, index) => (
          <CommentItem key={`${comment.time} ${index}`} comment={comment} timeZone={filters.timeZone} />
        ))}
      </ol>
      {commentCount > comments.length && (
        <p class="more">
          <span class="muted">
            {formatCount(comments.length)} of {formatCount(commentCount)}
          </span>
          {filters.comments < MOST && (
            <button type="button" onClick={() => onFilter({ comments: `${Math.min(MOST, filters.comments + MORE)}` })}>
              Show more
            </button>
          )}
        </p>
      )}
    </section>
  );
};
