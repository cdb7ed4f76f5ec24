import { cleanup, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { h } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseFilters } from '../../examples/collector/filters.ts';
import type { Comment, Reasons, Report } from '../../examples/collector/report.ts';
import { CommentsSection } from '../../examples/results/CommentsSection.tsx';
import { ReasonsSection } from '../../examples/results/ReasonsSection.tsx';
import { wilson } from '../../src/score/index.ts';

afterEach(cleanup);

const toReport = (parts: Partial<Report>, query = ''): Report =>
  ({ filters: parseFilters(new URLSearchParams(query)), reasons: [], comments: [], ...parts }) as unknown as Report;

const WHY: Reasons = {
  survey: 'ticket',
  version: 2,
  question: 'why',
  multiple: true,
  n: 8,
  policy: 'few',
  wordings: [
    { title: 'What made it difficult?', locale: 'en', answers: 5 },
    { title: 'Qu’est-ce qui était difficile ?', locale: 'fr', answers: 3 },
  ],
  options: [
    { id: 'wait', labels: ['Waiting', 'L’attente'], answers: 6, share: wilson(6, 8) },
    { id: 'other', labels: ['Other'], answers: 2, share: wilson(2, 8) },
  ],
  others: [{ text: '<b>the music</b>', time: '2026-03-10T12:00:00Z', segment: 'difficult' }],
  otherCount: 1,
};

describe('the reasons', () => {
  it('are a table under the words of their question, with counts, shares and intervals', () => {
    render(<ReasonsSection report={toReport({ reasons: [WHY] })} onFilter={() => {}} />);
    const question = within(screen.getByRole('region', { name: 'What made it difficult?' }));
    expect(question.getByText('8 people').parentElement?.textContent).toBe(
      '8 people answered. Several could be chosen: shares can add up to more than 100%.',
    );
    const rows = question.getAllByRole('row').map((row) => row.textContent);
    expect(rows).toEqual(['ReasonPeopleShare of 8', 'Waitingalso “L’attente”675%41% to 93%', 'Other225%7% to 59%']);
    expect(question.getByText('<b>the music</b>')).toBeTruthy();
    expect(question.getByText('2 wordings')).toBeTruthy();
  });

  it('have no shares where fewer than five answered, and say so', () => {
    const few = { ...WHY, n: 2, policy: 'counts', multiple: false, otherCount: 0, others: [] } as const;
    const options = WHY.options.map((option) => ({ ...option, answers: 1, share: null }));
    render(<ReasonsSection report={toReport({ reasons: [{ ...few, options }] })} onFilter={() => {}} />);
    expect(screen.getAllByRole('row')[0]?.textContent).toBe('ReasonPeople');
    expect(screen.getByText('Too few for shares: they begin at five.')).toBeTruthy();
    expect(screen.getByText(/One could be chosen/)).toBeTruthy();
    expect(screen.queryByText('What “Other” was')).toBeNull();
  });

  it('are narrowed to a segment, and say when nobody of it chose any', async () => {
    const onFilter = vi.fn();
    render(<ReasonsSection report={toReport({}, 'segment=easy')} onFilter={onFilter} />);
    expect(screen.getByText('Nobody of these chose a reason.')).toBeTruthy();
    await userEvent.selectOptions(screen.getByLabelText('From'), 'Difficult');
    expect(onFilter).toHaveBeenCalledWith({ segment: 'difficult' });
  });
});

describe('an address beside a comment', () => {
  const comment = (parts: Partial<Comment>): Comment =>
    ({
      text: 'Call me',
      title: 'Why?',
      time: '2026-03-10T12:00:00Z',
      locale: 'en',
      contact: null,
      ...parts,
    }) as Comment;
  const draw = (parts: Partial<Comment>) =>
    render(<CommentsSection report={toReport({ comments: [comment(parts)], commentCount: 1 })} onFilter={() => {}} />);

  it('is a link to write to, with what was agreed to, where consent was given', () => {
    draw({ contact: { email: 'ada+x@example.org', agreed: ['You may write to me.'] } });
    expect(screen.getByRole('link', { name: 'ada+x@example.org' }).getAttribute('href')).toBe(
      'mailto:ada%2Bx@example.org',
    );
    expect(screen.getByText('Consent given').parentElement?.textContent).toBe('Consent given to You may write to me.');
    expect(screen.queryByText('No consent given')).toBeNull();
  });

  it('is no link where none was given, and says so', () => {
    draw({ contact: { email: 'ada@example.org', agreed: [] } });
    expect(screen.getByText('ada@example.org')).toBeTruthy();
    expect(screen.getByText('No consent given')).toBeTruthy();
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('can put nothing into the mail but where it goes', () => {
    draw({ text: null, contact: { email: 'a@b.example?bcc=c@d.example&body=x', agreed: ['Yes'] } });
    expect(screen.getByRole('link').getAttribute('href')).toBe('mailto:a@b.example%3Fbcc%3Dc%40d.example%26body%3Dx');
    expect(screen.getByText('No comment, but an address')).toBeTruthy();
  });

  it('is not spoken of where there is neither', () => {
    draw({});
    expect(screen.queryByText(/consent/i)).toBeNull();
  });
});
