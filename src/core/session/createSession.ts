/** Keeps the state of one display. Pure: time comes in, changes go out; it neither renders nor sends. */
import type { Answer, Commit, DismissReason } from '../../schema/index.ts';
import type { Asked } from './asked.ts';
import { askStep } from './askStep.ts';
import { type AnswerIssue, checkScore } from './checkAnswer.ts';
import { fill } from './fill.ts';
import { kindOf } from './kindOf.ts';
import { isScored } from './normalSurvey.ts';
import { toScoreAnswer } from './scoreAnswer.ts';
import { segmentOf } from './segmentOf.ts';
import type { Session, SessionChange, SessionOptions } from './session.ts';
import type { InputMode, SessionState } from './sessionState.ts';
import { leadOf, toSteps } from './steps.ts';

const toInitialState = ({ survey, prefill }: SessionOptions): SessionState => {
  const [first] = survey.questions;
  const isPrefilled = prefill !== undefined && first && isScored(first) && !checkScore(first, prefill);
  return {
    status: 'open',
    questions: [],
    scores: isPrefilled ? { [first.id]: prefill } : {},
    texts: {},
    choices: {},
    issues: {},
    step: 0,
    steps: toSteps(survey.questions).length,
  };
};

/** What an answer says, however and whenever it was given. */
const toContent = (answer: Answer) => JSON.stringify({ ...answer, commit: undefined });

/** Creates the session of one display. */
export const createSession = (options: SessionOptions): Session => {
  const { survey: written, brand, now, resumed, placeholders, extras } = options;
  let { locale } = options;
  let survey = extras?.translate(written, locale.tag) ?? written;
  const startedAt = now() - (resumed?.elapsedMs ?? 0);
  const elapsed = () => Math.round(now() - startedAt);
  const listeners = new Set<(change: SessionChange, state: SessionState) => void>();
  let state = resumed?.state ?? toInitialState(options);
  /** How each question is being answered: every one that has a reply is in it. */
  const touched: Record<string, { inputMode: InputMode; firstAnswerMs: number }> = { ...resumed?.touched };
  // A score from a link is one like any other, except for how it was given.
  if (!resumed) for (const id of Object.keys(state.scores)) touched[id] = { firstAnswerMs: 0, inputMode: 'prefill' };
  const committed: Record<string, Answer> = { ...resumed?.committed };
  const announced = new Set(resumed?.said);

  const known = () => ({ state, committed, placeholders });
  const pipe = (text: string) => extras?.pipe(text, known()) ?? text;
  const ask = (step: number): Asked[] =>
    askStep(toSteps(survey.questions)[step] ?? [], { state, committed, locale, brand, extras, pipe });

  const change = (what: SessionChange, next?: Partial<SessionState>) => {
    state = { ...state, ...next };
    for (const listener of [...listeners]) listener(what, state);
  };

  const once = (type: 'displayed' | 'viewed') => {
    if (announced.has(type)) return;
    announced.add(type);
    change({ type });
  };

  /** Changes what is on screen and words it anew. */
  const draw = (next: Partial<SessionState>) => {
    state = { ...state, ...next };
    change({ type: 'drawn' }, { questions: ask(state.step) });
  };

  /** Takes a reply down as it stands on screen: the issue beside it goes, the follow-up may come. */
  const take = (id: string, inputMode: InputMode, next: Partial<SessionState>) => {
    if (state.status !== 'open') return;
    // A score that a link chose is no answer of the respondent's yet.
    const before = touched[id]?.inputMode === 'prefill' ? undefined : touched[id];
    touched[id] = { firstAnswerMs: before?.firstAnswerMs ?? elapsed(), inputMode };
    const { [id]: _, ...issues } = state.issues;
    draw({ ...next, issues });
  };

  const isAnswered = (question: Asked) =>
    isScored(question) ? state.scores[question.id] !== undefined : kindOf(question, extras).isAnswered(question, state);

  const checkReply = (question: Asked): AnswerIssue | undefined => {
    if (!isAnswered(question)) return question.required ? 'required' : undefined;
    return isScored(question)
      ? checkScore(question, state.scores[question.id])
      : kindOf(question, extras).check(question, state);
  };

  const toAnswer = (question: Asked, commit: Commit): Answer => {
    if (isScored(question)) return toScoreAnswer(question, survey, state.scores[question.id] as number, commit);
    const segment = segmentOf(leadOf(survey.questions, question.id), state.scores);
    return kindOf(question, extras).toAnswer(question, state, commit, { locale, segment });
  };

  /** Commits the reply to a question; returns whether that says anything new. */
  const commit = (question: Asked, submitMs?: number): boolean => {
    const { id } = question;
    const before = committed[id];
    if (!isAnswered(question) || (before?.kind === 'score' && before.score === state.scores[id])) return false;
    // A score that a link chose counts when the respondent submits it.
    if (touched[id]?.inputMode === 'prefill' && submitMs === undefined) return false;
    const changes = before ? before.commit.changes + 1 : 0;
    const answer = toAnswer(question, { ...touched[id], changes, submitMs } as Commit);
    if (before && toContent(before) === toContent(answer)) return false;
    committed[id] = answer;
    // An answer proves that the prompt was on the page and seen, however quick it was.
    once('displayed');
    once('viewed');
    change({ type: 'answered', answer });
    return true;
  };
  const commitScores = () => {
    for (const question of state.questions) if (isScored(question)) commit(question);
  };

  /** Leaves without completing. A selected score that was left behind was meant: leaving commits it. */
  const leave = (status: 'dismissed' | 'snoozed', reason?: DismissReason) => {
    if (state.status !== 'open') return;
    commitScores();
    const answeredCount = Object.keys(committed).length;
    change({ type: status, reason, answeredCount } as SessionChange, { status });
  };

  /** Returns the thanks in the language that is spoken. */
  const toEnding = () => {
    const segment = segmentOf(survey.questions.find(isScored), state.scores);
    const thanks = survey.thanks && fill(survey.thanks, { brand });
    return extras?.toEnding(survey, segment, brand, known()) ?? { thanks };
  };

  const complete = (submitMs: number) => {
    const questions = toSteps(survey.questions).flatMap((_, step) => ask(step));
    for (const question of questions) if (!committed[question.id]) change({ type: 'skipped', question });
    // An answer to a question that the score no longer leads to was taken back.
    const answers = questions.flatMap(({ id }) => committed[id] ?? []);
    change({ type: 'completed', answers, submitMs }, { status: 'completed', issues: {}, ending: toEnding() });
  };

  const submit = (): boolean => {
    if (state.status !== 'open') return false;
    const issues: Record<string, AnswerIssue> = {};
    for (const question of state.questions) {
      const issue = checkReply(question);
      if (issue) issues[question.id] = issue;
    }
    if (Object.keys(issues).length > 0) {
      change({ type: 'drawn' }, { issues });
      return false;
    }
    const submitMs = elapsed();
    for (const question of state.questions) {
      if (isAnswered(question)) commit(question, submitMs);
      // An answer that was emptied after Back is no answer any more.
      else delete committed[question.id];
    }
    if (state.step < state.steps - 1) draw({ step: state.step + 1 });
    else complete(submitMs);
    return true;
  };

  state = { ...state, questions: ask(state.step) };

  return {
    get survey() {
      return survey;
    },
    get locale() {
      return locale;
    },
    state: () => state,
    snapshot: () => ({
      state,
      touched: { ...touched },
      committed: { ...committed },
      said: [...announced],
      elapsedMs: elapsed(),
    }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    display: () => once('displayed'),
    view: () => once('viewed'),
    select(id, score, inputMode) {
      const question = survey.questions.find((each) => each.id === id);
      const issue = question && isScored(question) ? checkScore(question, score) : 'not_a_score';
      if (!issue) take(id, inputMode, { scores: { ...state.scores, [id]: score } });
      return issue;
    },
    commit(id) {
      const question = state.questions.find((each) => each.id === id);
      return !!question && isScored(question) && state.status === 'open' && commit(question);
    },
    write(id, text, inputMode = 'api') {
      take(id, inputMode, { texts: { ...state.texts, [id]: text } });
    },
    choose(id, options, inputMode = 'api') {
      const question = state.questions.find((each) => each.id === id);
      if (!question || isScored(question)) return;
      const kind = kindOf(question, extras);
      const chosen = kind.optionIds?.(question).filter((option) => options.includes(option));
      if (!chosen) return;
      const most = kind.isExclusive?.(question) ? 1 : chosen.length;
      take(id, inputMode, { choices: { ...state.choices, [id]: chosen.slice(0, most) } });
    },
    submit,
    back() {
      if (state.status !== 'open' || state.step < 1) return;
      commitScores();
      draw({ step: state.step - 1, issues: {} });
    },
    speak(next) {
      locale = next;
      survey = extras?.translate(written, locale.tag) ?? written;
      draw(state.ending ? { ending: toEnding() } : {});
    },
    dismiss: (reason) => leave('dismissed', reason),
    snooze: () => leave('snoozed'),
    followLink: (url, link) => change({ type: 'linkFollowed', url, link }),
  };
};
