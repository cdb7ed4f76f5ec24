import { cleanup, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { h } from 'preact';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { parseFilters } from '../../examples/collector/filters.ts';
import type { Comment, Reasons, Report, Suppressions } from '../../examples/collector/report.ts';
import { CommentsSection } from '../../examples/results/CommentsSection.tsx';
import { EmptyState } from '../../examples/results/EmptyState.tsx';
import { ReasonsSection } from '../../examples/results/ReasonsSection.tsx';
import { ResultsPage } from '../../examples/results/ResultsPage.tsx';
import { SuppressionsSection } from '../../examples/results/SuppressionsSection.tsx';
import { GATES } from '../../src/schema/index.ts';
import { wilson } from '../../src/score/index.ts';

// The plots of the page use matchMedia when they are imported, and jsdom does not have it.
vi.hoisted(() => {
  vi.stubGlobal('matchMedia', () => Object.assign(new EventTarget(), { matches: false }));
});
afterAll(() => {
  vi.unstubAllGlobals();
});

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

describe('the reasons section', () => {
  it('shows a table below the wording of its question, with counts, shares and intervals', () => {
    render(<ReasonsSection report={toReport({ reasons: [WHY] })} onFilter={() => {}} />);
    const question = within(screen.getByRole('region', { name: 'What made it difficult?' }));
    expect(question.getByText('8 people').parentElement?.textContent).toBe(
      '8 people answered. Multiple choice: shares can add up to more than 100%.',
    );
    const rows = question.getAllByRole('row').map((row) => row.textContent);
    expect(rows).toEqual(['ReasonPeopleShare of 8', 'Waitingalso “L’attente”675%41% to 93%', 'Other225%7% to 59%']);
    expect(question.getByText('<b>the music</b>')).toBeTruthy();
    expect(question.getByText('2 wordings')).toBeTruthy();
  });

  it('shows a note instead of shares with fewer than five answers', () => {
    const few = { ...WHY, n: 2, policy: 'counts', multiple: false, otherCount: 0, others: [] } as const;
    const options = WHY.options.map((option) => ({ ...option, answers: 1, share: null }));
    render(<ReasonsSection report={toReport({ reasons: [{ ...few, options }] })} onFilter={() => {}} />);
    expect(screen.getAllByRole('row')[0]?.textContent).toBe('ReasonPeople');
    expect(screen.getByText('Shares need at least five answers.')).toBeTruthy();
    expect(screen.getByText(/Single choice/)).toBeTruthy();
    expect(screen.queryByText('Answers under “Other”')).toBeNull();
  });

  it('filters by segment and shows a note when no respondent in it chose a reason', async () => {
    const onFilter = vi.fn();
    render(<ReasonsSection report={toReport({}, 'segment=easy')} onFilter={onFilter} />);
    expect(screen.getByText('No respondent in this segment chose a reason.')).toBeTruthy();
    await userEvent.selectOptions(screen.getByLabelText('From'), 'Difficult');
    expect(onFilter).toHaveBeenCalledWith({ segment: 'difficult' });
  });
});

describe('the section "Why surveys were not shown"', () => {
  const CLOSED: Suppressions = {
    eligible: 1,
    suppressed: 4,
    gates: [
      { gate: 'clock', name: 'answered', times: 3, alone: 1 },
      { gate: 'url', name: null, times: 2, alone: 1 },
      { gate: 'moon', name: '<b>full</b>', times: 1, alone: 0 },
    ],
  };

  it('lists the closed gates in plain words, with the name of a frequency cap', () => {
    render(<SuppressionsSection suppressions={CLOSED} />);
    const section = within(screen.getByRole('region', { name: 'Why surveys were not shown' }));
    expect(section.getByText('4 times').parentElement?.textContent).toContain(
      '4 times a page decided not to show a survey, 1 time that it may be shown.',
    );
    expect(section.getAllByRole('row').map((row) => row.textContent)).toEqual([
      'ReasonTimesShare of 4Only reason',
      'The respondent was asked recentlyclock answered375%1',
      'The survey is for other pages250%1',
      // A gate of a newer client: its name is shown as text.
      'moonclock <b>full</b>125%0',
    ]);
  });

  it('has a different description for each gate', () => {
    const gates = GATES.map((gate) => ({ gate, name: null, times: 1, alone: 0 }));
    render(<SuppressionsSection suppressions={{ eligible: 0, suppressed: 1, gates }} />);
    const words = screen.getAllByRole('rowheader').map((header) => header.textContent);
    expect(new Set(words).size).toBe(GATES.length);
    expect(words.filter((said) => GATES.some((gate) => said === gate))).toEqual([]);
  });

  const draw = (suppressions: Suppressions) => {
    const funnel = { displayed: 0, viewed: 0, answered: 0, completed: 0, exits: [], responseRate: null };
    const parts = { blocks: [], unscorable: [], surveys: [], touchpoints: [], commentCount: 0 };
    const excluded = { test: 0, preview: 0, automation: 0, responses: 0 };
    const generatedAt = '2026-03-10T12:00:00Z';
    const report = toReport({ ...parts, funnel, suppressions, excluded, generatedAt });
    const state = { query: '', report, isLoading: false, problem: null, live: 'live', news: '' } as const;
    render(<ResultsPage state={state} onFilter={() => {}} onRetry={() => {}} />);
  };

  it('is on the page only when suppressions were reported', () => {
    draw({ eligible: 3, suppressed: 0, gates: [] });
    expect(screen.queryByRole('region', { name: 'Why surveys were not shown' })).toBeNull();
    expect(screen.getByText(/Add this line to a page/)).toBeTruthy();
  });

  it('is on the page even when there are no answers', () => {
    draw(CLOSED);
    expect(screen.getByRole('region', { name: 'Why surveys were not shown' })).toBeTruthy();
    expect(screen.getByText('No prompt was shown yet. The reasons are listed below.')).toBeTruthy();
    expect(screen.queryByText(/Add this line to a page/)).toBeNull();
  });

  it('does not claim that other filters would show answers when there are none', () => {
    const surveys = [{ value: 'hidden', responses: 0 }];
    const funnel = { displayed: 0 } as Report['funnel'];
    render(<EmptyState report={toReport({ surveys, funnel, suppressions: CLOSED }, 'survey=hidden')} />);
    expect(screen.queryByText('No answers match')).toBeNull();
  });
});

describe('the email address of a comment', () => {
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

  it('is a mailto link with the consent text when consent was given', () => {
    draw({ contact: { email: 'ada+x@example.org', agreed: ['You may write to me.'] } });
    expect(screen.getByRole('link', { name: 'ada+x@example.org' }).getAttribute('href')).toBe(
      'mailto:ada%2Bx@example.org',
    );
    expect(screen.getByText('Consent given').parentElement?.textContent).toBe('Consent given to You may write to me.');
    expect(screen.queryByText('No consent given')).toBeNull();
  });

  it('is plain text with a note when no consent was given', () => {
    draw({ contact: { email: 'ada@example.org', agreed: [] } });
    expect(screen.getByText('ada@example.org')).toBeTruthy();
    expect(screen.getByText('No consent given')).toBeTruthy();
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('cannot add headers or a body to the mailto link', () => {
    draw({ text: null, contact: { email: 'a@b.example?bcc=c@d.example&body=x', agreed: ['Yes'] } });
    expect(screen.getByRole('link').getAttribute('href')).toBe('mailto:a@b.example%3Fbcc%3Dc%40d.example%26body%3Dx');
    expect(screen.getByText('No comment, only an email address')).toBeTruthy();
  });

  it('has no consent note when there is no address', () => {
    draw({});
    expect(screen.queryByText(/consent/i)).toBeNull();
  });
});
