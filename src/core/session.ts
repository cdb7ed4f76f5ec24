/** One respondent in one survey, in memory. Pure: time comes in, changes go out; it neither renders nor sends. */
import type { Answer, Commit, DismissReason, Segment } from '../schema/index.ts';
import { toSegment } from '../schema/instruments.ts';
import type { Locale } from '../schema/locale.ts';
import { type AnswerIssue, checkAnswer } from './checkAnswer.ts';
import type { NormalQuestion, NormalSurvey } from './normalSurvey.ts';
import { toScoreAnswer, toTextAnswer } from './toAnswer.ts';
import { type Asked, type AskedTextQuestion, toAskedScale, toAskedText } from './wording.ts';

export type InputMode = Commit['inputMode'];

export interface SessionState {
  readonly status: 'open' | 'completed' | 'dismissed' | 'snoozed';
  /** The questions on screen, in order. A follow-up joins when there is a score. */
  readonly questions: readonly Asked[];
  /** Scores as selected; a selection counts only when it is committed. */
  readonly scores: Readonly<Record<string, number>>;
  readonly texts: Readonly<Record<string, string>>;
  /** What stands in the way of submitting, by question id. */
  readonly issues: Readonly<Record<string, AnswerIssue>>;
}

/** What happened. `drawn` changes only what is on screen; everything else is a fact for an event. */
export type SessionChange =
  | { type: 'drawn' }
  | { type: 'displayed' }
  | { type: 'viewed' }
  | { type: 'answered'; answer: Answer }
  | { type: 'skipped'; question: Asked }
  | { type: 'completed'; answers: readonly Answer[]; submitMs: number }
  | { type: 'dismissed'; reason: DismissReason; answeredCount: number }
  | { type: 'snoozed'; answeredCount: number }
  | { type: 'linkFollowed'; url: string; link: 'privacy' };

export interface Session {
  readonly survey: NormalSurvey;
  readonly locale: Locale;
  state(): SessionState;
  /** Calls back after every change. Returns what stops it. */
  subscribe(listener: (change: SessionChange, state: SessionState) => void): () => void;
  /** Says that the prompt is on the page. Only the first call counts. */
  display(): void;
  /** Says that at least half of it was in sight for a second. Only the first call counts. */
  view(): void;
  /** Chooses a score without committing it: an arrow key passes over scores that are not meant. */
  select(questionId: string, score: number, inputMode: InputMode): AnswerIssue | undefined;
  /** Commits what is selected; nothing happens when it is committed already. */
  commit(questionId: string): void;
  write(questionId: string, text: string, inputMode?: InputMode): void;
  /** Checks everything on screen. Completes, or leaves an issue beside each question that needs one; returns whether it completed. */
  submit(inputMode?: InputMode): boolean;
  dismiss(reason: DismissReason): void;
  snooze(): void;
  followLink(url: string, link: 'privacy'): void;
}

export interface SessionOptions {
  survey: NormalSurvey;
  locale: Locale;
  brand?: string | undefined;
  /** Milliseconds since any fixed moment. */
  now: () => number;
}

interface Reply {
  inputMode: InputMode;
  firstAnswerMs: number;
  /** Commits so far. */
  commits: number;
  committed?: Answer;
}

/** Creates the session of one display. */
export const createSession = ({ survey, locale, brand, now }: SessionOptions): Session => {
  const startedAt = now();
  const listeners = new Set<(change: SessionChange, state: SessionState) => void>();
  const replies: Record<string, Reply> = {};
  const said = new Set<string>();
  const name = survey.brand ?? brand;

  const segmentOf = (scores: SessionState['scores']): Segment | undefined => {
    const [scored] = survey.questions;
    const score = scored && scores[scored.id];
    return scored && scored.type !== 'text' && score !== undefined ? toSegment(score, scored) : undefined;
  };

  const askAll = (scores: SessionState['scores'], texts: SessionState['texts'], before: readonly Asked[]) => {
    const [first] = survey.questions as [NormalQuestion];
    const revealed = first.type === 'text' || scores[first.id] !== undefined;
    return survey.questions.flatMap((question): Asked[] => {
      const known = before.find(({ id }) => id === question.id);
      if (question.type !== 'text') return [known ?? toAskedScale(question, locale, name)];
      // Once somebody writes, the question they answer stays the question they were asked.
      if (known && texts[question.id]) return [known];
      return revealed ? [toAskedText(question, locale, segmentOf(scores), name)] : [];
    });
  };

  let state: SessionState = { status: 'open', questions: askAll({}, {}, []), scores: {}, texts: {}, issues: {} };

  const change = (what: SessionChange, next: Partial<SessionState> = {}) => {
    state = { ...state, ...next };
    for (const listener of [...listeners]) listener(what, state);
  };

  const once = (type: 'displayed' | 'viewed') => {
    if (said.has(type)) return;
    said.add(type);
    change({ type });
  };

  const withoutIssue = (id: string) => {
    const { [id]: _, ...issues } = state.issues;
    return issues;
  };

  const touch = (id: string, inputMode: InputMode): Reply => {
    const reply = replies[id] ?? { firstAnswerMs: Math.round(now() - startedAt), commits: 0, inputMode };
    reply.inputMode = inputMode;
    replies[id] = reply;
    return reply;
  };

  const commitAnswer = (id: string, toAnswer: (commit: Commit) => Answer, submitMs?: number) => {
    const reply = replies[id] ?? touch(id, 'api');
    const { inputMode, firstAnswerMs, commits } = reply;
    const timed = submitMs === undefined ? {} : { submitMs };
    reply.committed = toAnswer({ inputMode, changes: commits, firstAnswerMs, ...timed });
    reply.commits++;
    change({ type: 'answered', answer: reply.committed });
  };

  const commit = (id: string, submitMs?: number) => {
    const question = state.questions.find((each) => each.id === id);
    const score = state.scores[id];
    const { committed } = replies[id] ?? {};
    if (!question || question.type === 'text' || score === undefined || state.status !== 'open') return;
    if (committed?.kind === 'score' && committed.score === score) return;
    commitAnswer(id, (how) => toScoreAnswer(question, survey, score, how), submitMs);
  };

  const answers = () => survey.questions.flatMap(({ id }) => replies[id]?.committed ?? []);

  const submitText = (question: AskedTextQuestion, submitMs: number, inputMode: InputMode) => {
    const text = (state.texts[question.id] ?? '').trim();
    if (!text) return change({ type: 'skipped', question });
    if (!replies[question.id]) touch(question.id, inputMode);
    commitAnswer(question.id, (how) => toTextAnswer(question, text, segmentOf(state.scores), how), submitMs);
  };

  return {
    survey,
    locale,
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    display: () => once('displayed'),
    view: () => once('viewed'),
    select(id, score, inputMode) {
      const question = survey.questions.find((each) => each.id === id && each.type !== 'text');
      const issue = question ? checkAnswer(question, score) : 'not_a_score';
      if (issue || state.status !== 'open') return issue;
      touch(id, inputMode);
      const scores = { ...state.scores, [id]: score };
      change(
        { type: 'drawn' },
        { scores, issues: withoutIssue(id), questions: askAll(scores, state.texts, state.questions) },
      );
      return undefined;
    },
    commit: (id) => commit(id),
    write(id, text, inputMode = 'api') {
      if (state.status !== 'open') return;
      touch(id, inputMode);
      const texts = { ...state.texts, [id]: text };
      const issues = withoutIssue(id);
      change({ type: 'drawn' }, { texts, issues, questions: askAll(state.scores, texts, state.questions) });
    },
    submit(inputMode = 'api') {
      if (state.status !== 'open') return false;
      const issues: Record<string, AnswerIssue> = {};
      for (const question of state.questions) {
        const issue = checkAnswer(question, (question.type === 'text' ? state.texts : state.scores)[question.id]);
        if (issue) issues[question.id] = issue;
      }
      if (Object.keys(issues).length > 0) {
        change({ type: 'drawn' }, { issues });
        return false;
      }
      const submitMs = Math.round(now() - startedAt);
      for (const question of state.questions) {
        if (question.type === 'text') submitText(question, submitMs, inputMode);
        else if (state.scores[question.id] === undefined) change({ type: 'skipped', question });
        else commit(question.id, submitMs);
      }
      change({ type: 'completed', answers: answers(), submitMs }, { status: 'completed', issues: {} });
      return true;
    },
    dismiss(reason) {
      // A selection somebody left behind was meant: leaving the group commits it, and leaving the prompt does too.
      for (const { id } of state.questions) commit(id);
      if (state.status === 'open')
        change({ type: 'dismissed', reason, answeredCount: answers().length }, { status: 'dismissed' });
    },
    snooze() {
      for (const { id } of state.questions) commit(id);
      if (state.status === 'open') change({ type: 'snoozed', answeredCount: answers().length }, { status: 'snoozed' });
    },
    followLink: (url, link) => change({ type: 'linkFollowed', url, link }),
  };
};
