import { h } from 'preact';
import type { Comment, Contact, Report } from '../collector/report.ts';
import type { OnFilter } from './FiltersForm.tsx';
import { formatCount, formatTime } from './format.ts';
import { SegmentSelect } from './ReasonsSection.tsx';

const MORE = 50;
const MOST = 500;

/** Encodes the address, so that it cannot add headers such as `bcc` to the mail. */
const toMailLink = (email: string) => `mailto:${encodeURIComponent(email).replace('%40', '@')}`;

/** Shows an email address together with the given consents, or with the note that there is none. */
const ContactLine = ({ contact: { email, agreed }, locale }: { contact: Contact; locale: string }) => (
  <p class="contact">
    {email !== null && (agreed.length > 0 ? <a href={toMailLink(email)}>{email}</a> : <span>{email}</span>)}
    {agreed.length > 0 ? (
      <span>
        <strong>Consent given</strong> to{' '}
        {agreed.map((words) => (
          <q key={words} lang={locale}>
            {words}
          </q>
        ))}
      </span>
    ) : (
      <strong>No consent given</strong>
    )}
  </p>
);

const CommentItem = ({ comment, timeZone }: { comment: Comment; timeZone: string }) => {
  const { text, title, contact, score, max, segment, segmentChanged } = comment;
  const { subject, touchpoint, survey, time, locale, isTest } = comment;
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
        {text === null ? (
          <p class="muted">No comment, only an email address</p>
        ) : (
          <blockquote dir="auto">{text}</blockquote>
        )}
        {contact && <ContactLine contact={contact} locale={locale} />}
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

/** Shows the comments, each below the wording of its question. */
export const CommentsSection = ({ report, onFilter }: { report: Report; onFilter: OnFilter }) => {
  const { comments, commentCount, filters } = report;
  return (
    <section aria-labelledby="comments">
      <div class="section-head">
        <h2 id="comments">Comments</h2>
        <SegmentSelect report={report} onFilter={onFilter} />
      </div>
      {comments.length === 0 && <p class="muted">No comments match.</p>}
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
