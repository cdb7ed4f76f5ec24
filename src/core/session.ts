/** One respondent in one survey, in memory. Pure: time comes in, changes go out; it neither renders nor sends. */
import type { Answer, Commit, DismissReason } from '../schema/index.ts';
import { toSegment } from '../schema/instruments.ts';
import type { Locale } from '../schema/locale.ts';
import { type AnswerIssue, checkAnswer } from './checkAnswer.ts';
import type { NormalQuestion, NormalSurvey } from './normalSurvey.ts';
import { toScoreAnswer, toTextAnswer } from './toAnswer.ts';
import { type Asked, toAskedScale, toAskedText } from './wording.ts';

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

/** All that a session knows, as JSON: with it another page goes on where this one was. */
export interface SessionSnapshot {
  readonly state: SessionState;
  readonly touched: Readonly<Record<string, { inputMode: InputMode; firstAnswerMs: number }>>;
  readonly committed: Readonly<Record<string, Answer>>;
  /** What is said once only and has been. */
  readonly said: readonly string[];
  readonly elapsedMs: number;
}

export interface Session {
  readonly survey: NormalSurvey;
  readonly locale: Locale;
  state(): SessionState;
  snapshot(): SessionSnapshot;
  /** Calls back after every change. Returns what stops it. */
  subscribe(listener: (change: SessionChange, state: SessionState) => void): () => void;
  /** Says that the prompt is on the page. Only the first call counts. */
  display(): void;
  /** Says that at least half of it was in sight for a second. Only the first call counts. */
  view(): void;
  /** Chooses a score without committing it: an arrow key passes over scores that are not meant. */
  select(questionId: string, score: number, inputMode: InputMode): AnswerIssue | undefined;
  /** Commits what is selected; returns whether there was anything new to commit. */
  commit(questionId: string): boolean;
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
  /** Goes on where another session of the same survey was. */
  resumed?: SessionSnapshot | undefined;
}

/** Creates the session of one display. */
export const createSession = ({ survey, locale, brand, now, resumed }: SessionOptions): Session => {
  const startedAt = now() - (resumed?.elapsedMs ?? 0);
  const elapsed = () => Math.round(now() - startedAt);
  const listeners = new Set<(change: SessionChange, state: SessionState) => void>();
  const first = survey.questions[0] as NormalQuestion;
  /** How each question is being answered. */
  const touched: Record<string, { inputMode: InputMode; firstAnswerMs: number }> = { ...resumed?.touched };
  const committed: Record<string, Answer> = { ...resumed?.committed };
  const said = new Set(resumed?.said);

  const segmentOf = (score: number | undefined) =>
    score === undefined || first.type === 'text' ? undefined : toSegment(score, first);

  const ask = (scores: SessionState['scores'], texts: SessionState['texts'], before: readonly Asked[]): Asked[] =>
    survey.questions.flatMap((question) => {
      const known = before.find(({ id }) => id === question.id);
      if (question.type !== 'text') return known ?? toAskedScale(question, locale, brand);
      // Once somebody writes, the question they answer stays the question they were asked.
      if (known && texts[question.id]) return known;
      if (first.type !== 'text' && scores[first.id] === undefined) return [];
      return toAskedText(question, locale, segmentOf(scores[first.id]), brand);
    });

  let state: SessionState = resumed?.state ?? {
    status: 'open',
    questions: ask({}, {}, []),
    scores: {},
    texts: {},
    issues: {},
  };

  const change = (what: SessionChange, next?: Partial<SessionState>) => {
    state = { ...state, ...next };
    for (const listener of [...listeners]) listener(what, state);
  };

  const once = (type: 'displayed' | 'viewed') => {
    if (said.has(type)) return;
    said.add(type);
    change({ type });
  };

  /** Takes a reply down as it stands on screen: the issue beside it goes, the follow-up may come. */
  const draw = (id: string, inputMode: InputMode, next: Partial<SessionState>) => {
    touched[id] = { firstAnswerMs: touched[id]?.firstAnswerMs ?? elapsed(), inputMode };
    const { scores, texts } = { ...state, ...next };
    const { [id]: _, ...issues } = state.issues;
    change({ type: 'drawn' }, { ...next, issues, questions: ask(scores, texts, state.questions) });
  };

  /** What is on screen as the reply to a question; text of nothing but white space is none. */
  const replyTo = ({ id, type }: Asked) =>
    type === 'text' ? (state.texts[id] ?? '').trim() || undefined : state.scores[id];

  const commit = (question: Asked, submitMs?: number): boolean => {
    const { id } = question;
    const reply = replyTo(question);
    const before = committed[id];
    if (reply === undefined || (before?.kind === 'score' && before.score === reply)) return false;
    const how = {
      inputMode: 'api',
      firstAnswerMs: elapsed(),
      ...touched[id],
      changes: before ? before.commit.changes + 1 : 0,
      submitMs,
    } as Commit;
    const answer =
      question.type === 'text'
        ? toTextAnswer(question, reply as string, segmentOf(state.scores[first.id]), how)
        : toScoreAnswer(question, survey, reply as number, how);
    committed[id] = answer;
    // Who answers has seen it, however quick they were.
    once('viewed');
    change({ type: 'answered', answer });
    return true;
  };

  /** Leaves without completing. A selection somebody left behind was meant: leaving the group commits it, and this does too. */
  const leave = (status: 'dismissed' | 'snoozed', reason?: DismissReason) => {
    if (state.status !== 'open') return;
    for (const question of state.questions) if (question.type !== 'text') commit(question);
    const answeredCount = Object.keys(committed).length;
    change({ type: status, reason, answeredCount } as SessionChange, { status });
  };

  return {
    survey,
    locale,
    state: () => state,
    snapshot: () => ({ state, touched, committed, said: [...said], elapsedMs: elapsed() }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    display: () => once('displayed'),
    view: () => once('viewed'),
    select(id, score, inputMode) {
      const question = survey.questions.find((each) => each.id === id && each.type !== 'text');
      const issue = question ? checkAnswer(question, score) : 'not_a_score';
      if (!issue && state.status === 'open') draw(id, inputMode, { scores: { ...state.scores, [id]: score } });
      return issue;
    },
    commit(id) {
      const question = state.questions.find((each) => each.id === id);
      return !!question && question.type !== 'text' && state.status === 'open' && commit(question);
    },
    write(id, text, inputMode = 'api') {
      if (state.status === 'open') draw(id, inputMode, { texts: { ...state.texts, [id]: text } });
    },
    submit(inputMode = 'api') {
      if (state.status !== 'open') return false;
      const issues: Record<string, AnswerIssue> = {};
      for (const question of state.questions) {
        const issue = checkAnswer(question, replyTo(question));
        if (issue) issues[question.id] = issue;
      }
      if (Object.keys(issues).length > 0) {
        change({ type: 'drawn' }, { issues });
        return false;
      }
      const submitMs = elapsed();
      for (const question of state.questions) {
        touched[question.id] ??= { firstAnswerMs: submitMs, inputMode };
        if (replyTo(question) === undefined) change({ type: 'skipped', question });
        else commit(question, submitMs);
      }
      const answers = survey.questions.flatMap(({ id }) => committed[id] ?? []);
      change({ type: 'completed', answers, submitMs }, { status: 'completed', issues: {} });
      return true;
    },
    dismiss: (reason) => leave('dismissed', reason),
    snooze: () => leave('snoozed'),
    followLink: (url, link) => change({ type: 'linkFollowed', url, link }),
  };
};
