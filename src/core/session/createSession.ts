/** The state of one display. The code is pure: times are inputs and changes are outputs. It neither renders nor sends anything. */
import type { Answer, Commit, DismissReason } from '../../schema/index.ts';
import { ask } from './ask.ts';
import type { Asked } from './asked.ts';
import { bare } from './bare.ts';
import { baseExtras } from './baseExtras.ts';
import { type AnswerIssue, checkScore } from './checkAnswer.ts';
import { leadOf } from './leadOf.ts';
import { isScored } from './normalSurvey.ts';
import { kindOf } from './questionKind.ts';
import { segmentOf } from './segmentOf.ts';
import type { Session, SessionChange, SessionOptions } from './session.ts';
import type { InputMode, SessionState } from './sessionState.ts';

const toInitialState = (steps: number): SessionState => ({
  status: 'open',
  questions: [],
  scores: bare(),
  texts: bare(),
  choices: bare(),
  issues: bare(),
  step: 0,
  steps,
});

/** Returns the content of an answer, without the input mode and times. */
const toContent = (answer: Answer) => JSON.stringify({ ...answer, commit: undefined });

/** Creates the session of one display. */
export const createSession = (options: SessionOptions): Session => {
  const { survey: written, brand, now, resumed, prefill, placeholders, extras = baseExtras } = options;
  const { kinds, translate, toSteps } = extras;
  let { locale } = options;
  let survey = translate(written, locale.tag);
  const startedAt = now() - (resumed?.elapsedMs ?? 0);
  const elapsed = () => Math.round(now() - startedAt);
  const listeners = new Set<(change: SessionChange, state: SessionState) => void>();
  let state = resumed?.state ?? toInitialState(toSteps(survey.questions, {}).length);
  /** The input mode and times of each reply, by question id. It has an entry for every question with a reply. */
  const touched: Record<string, { inputMode: InputMode; firstAnswerMs: number }> = bare(resumed?.touched);
  const committed: Record<string, Answer> = bare(resumed?.committed);
  const announced = new Set(resumed?.said);

  const known = () => ({ state, committed, placeholders });
  const askAll = () =>
    toSteps(survey.questions, state.scores).map((step) => ask(step, known(), { locale, brand }, extras));

  const change = (what: SessionChange, next?: Partial<SessionState>) => {
    state = { ...state, ...next };
    for (const listener of [...listeners]) listener(what, state);
  };

  const once = (type: 'displayed' | 'viewed') => {
    if (announced.has(type) || state.status !== 'open') return;
    announced.add(type);
    change({ type });
  };

  /** Changes the state on screen and updates the wording of the questions. */
  const draw = (next: Partial<SessionState>, inputMode?: InputMode) => {
    state = { ...state, ...next };
    change({ type: 'drawn', inputMode }, { questions: askAll()[state.step] ?? [] });
  };

  /** Stores a reply as shown on screen and removes the question's issue. The follow-up question may appear. */
  const take = (id: string, inputMode: InputMode, next: Partial<SessionState>) => {
    if (state.status !== 'open') return;
    // A score that a link preselected is not yet an answer of the respondent.
    const before = touched[id]?.inputMode === 'prefill' ? undefined : touched[id];
    touched[id] = { firstAnswerMs: before?.firstAnswerMs ?? elapsed(), inputMode };
    draw({ ...next, issues: bare({ ...state.issues, [id]: undefined }) }, inputMode);
  };

  const select: Session['select'] = (id, score, inputMode) => {
    const question = survey.questions.find((each) => each.id === id);
    const issue = question && isScored(question) ? checkScore(question, score) : 'not_a_score';
    if (!issue) take(id, inputMode, { scores: bare({ ...state.scores, [id]: score }) });
    return issue;
  };

  const isAnswered = (question: Asked) => kindOf(question, kinds).isAnswered(question, state);

  const toAnswer = (question: Asked, commit: Commit): Answer => {
    const segment = segmentOf(leadOf(survey.questions, question.id), state.scores);
    return kindOf(question, kinds).toAnswer(question, state, commit, { survey, locale, segment });
  };

  /** Commits the reply to a question. Returns true when the reply differs from the last committed one. */
  const commit = (question: Asked, submitMs?: number): boolean => {
    const { id } = question;
    const before = committed[id];
    if (!isAnswered(question) || (before?.kind === 'score' && before.score === state.scores[id])) return false;
    // A score that a link preselected counts when the respondent submits it.
    if (touched[id]?.inputMode === 'prefill' && submitMs === undefined) return false;
    const changes = before ? before.commit.changes + 1 : 0;
    const answer = toAnswer(question, { ...touched[id], changes, submitMs } as Commit);
    if (before && toContent(before) === toContent(answer)) return false;
    committed[id] = answer;
    // An answer proves that the prompt was displayed and viewed, even if the answer came before the visibility could be measured.
    once('displayed');
    once('viewed');
    change({ type: 'answered', answer });
    return true;
  };
  const commitScores = () => {
    for (const question of state.questions) if (isScored(question)) commit(question);
  };

  /** Ends the session without completing it. Commits a selected score first, because the respondent chose it. */
  const leave = (status: 'dismissed' | 'snoozed', reason?: DismissReason) => {
    if (state.status !== 'open') return;
    commitScores();
    const answeredCount = Object.keys(committed).length;
    change({ type: status, reason, answeredCount } as SessionChange, { status });
  };

  /** Returns the ending of the survey in the current language. The ending replaces the questions. */
  const toEnding = () =>
    extras.toEnding(survey, segmentOf(survey.questions.find(isScored), state.scores), brand, known());

  const complete = (submitMs: number) => {
    const questions = askAll().flat();
    for (const question of questions) if (!committed[question.id]) change({ type: 'skipped', question });
    // A later score can skip a question that was already answered. The answer to that question is then withdrawn.
    const answers = questions.flatMap(({ id }) => committed[id] ?? []);
    change({ type: 'completed', answers, submitMs }, { status: 'completed', issues: bare(), ending: toEnding() });
  };

  const submit = (): boolean => {
    if (state.status !== 'open') return false;
    const issues: Record<string, AnswerIssue> = bare();
    for (const question of state.questions) {
      const missing = question.required ? 'required' : undefined;
      const issue = isAnswered(question) ? kindOf(question, kinds).check(question, state) : missing;
      if (issue) issues[question.id] = issue;
    }
    if (Object.keys(issues).length > 0) {
      change({ type: 'drawn' }, { issues });
      return false;
    }
    const submitMs = elapsed();
    for (const question of state.questions) {
      if (isAnswered(question)) commit(question, submitMs);
      // An answer that the respondent emptied after going back no longer counts.
      else delete committed[question.id];
    }
    if (state.step < state.steps - 1) draw({ step: state.step + 1 });
    else complete(submitMs);
    return true;
  };

  draw({});
  const [first] = survey.questions;
  if (first && prefill !== undefined && !resumed) select(first.id, prefill, 'prefill');

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
    select,
    commit: (id) =>
      state.status === 'open' &&
      state.questions.some((question) => question.id === id && isScored(question) && commit(question)),
    write(id, text, inputMode = 'api') {
      take(id, inputMode, { texts: bare({ ...state.texts, [id]: text }) });
    },
    choose(id, chosen, inputMode = 'api') {
      const question = state.questions.find((each) => each.id === id);
      const choice = question && kindOf(question, kinds).choose?.(question, chosen);
      if (choice) take(id, inputMode, { choices: bare({ ...state.choices, [id]: choice }) });
    },
    submit,
    back() {
      if (state.status !== 'open' || state.step < 1) return;
      commitScores();
      draw({ step: state.step - 1, issues: bare() });
    },
    speak(next) {
      locale = next;
      survey = translate(written, locale.tag);
      draw(state.ending ? { ending: toEnding() } : {});
    },
    dismiss: (reason) => leave('dismissed', reason),
    snooze: () => leave('snoozed'),
    followLink: (url, link) => change({ type: 'linkFollowed', url, link }),
  };
};
