/** Keeps the book of one display. Pure: time comes in, changes go out; it neither renders nor sends. */
import type { Answer, Commit, DismissReason } from '../../schema/index.ts';
import { toSegment } from '../../schema/instruments.ts';
import { type AnswerIssue, checkAnswer, checkOther } from './checkAnswer.ts';
import { fill } from './fill.ts';
import { EVERYTHING, MORE } from './more.ts';
import { isScored, type NormalScaleQuestion } from './normalSurvey.ts';
import { pipe } from './pipe.ts';
import type { Ending, InputMode, Session, SessionChange, SessionOptions, SessionState } from './session.ts';
import { toOptions, toOtherAnswer, toScoreAnswer, toTextAnswer } from './toAnswer.ts';
import { translate } from './translate.ts';
import { type Asked, type AskedTextQuestion, toAskedScale, toAskedUnscored } from './wording.ts';

/** Creates the session of one display. */
export const createSession = ({
  survey: written,
  locale: spoken,
  brand,
  now,
  resumed,
  prefill,
  facts,
}: SessionOptions): Session => {
  let locale = spoken;
  let survey = EVERYTHING ? translate(written, locale.tag) : written;
  const startedAt = now() - (resumed?.elapsedMs ?? 0);
  const elapsed = () => Math.round(now() - startedAt);
  const listeners = new Set<(change: SessionChange, state: SessionState) => void>();
  /** How each question is being answered: every one that has a reply is in it. */
  const touched: Record<string, { inputMode: InputMode; firstAnswerMs: number }> = { ...resumed?.touched };
  const committed: Record<string, Answer> = { ...resumed?.committed };
  const said = new Set(resumed?.said);

  let state: SessionState =
    resumed?.state ??
    ({
      status: 'open',
      questions: [],
      scores: {},
      texts: {},
      issues: {},
      ...(EVERYTHING && { choices: {} }),
      ...(MORE && { step: 0, steps: written.questions.filter(isScored).length || 1 }),
    } as unknown as SessionState);

  const segmentOf = (question: NormalScaleQuestion | undefined) => {
    const score = question && state.scores[question.id];
    return score === undefined ? undefined : toSegment(score, question as NormalScaleQuestion);
  };
  /** The scored question that a question follows. */
  const leadOf = (id: string) => {
    if (!MORE) return survey.questions[0] as NormalScaleQuestion;
    let lead: NormalScaleQuestion | undefined;
    for (const question of survey.questions) {
      if (isScored(question)) lead = question;
      if (question.id === id) break;
    }
    return lead;
  };

  /** What a wording names: an earlier answer by its question's id, or a fact. */
  const find = (name: string) => {
    const answer = committed[name];
    const [group, ...rest] = name.split('.');
    if (state.scores[name] !== undefined) return state.scores[name];
    if (EVERYTHING && answer?.kind === 'choice')
      return answer.choices.map(({ id, label }) => (id === 'other' && answer.other) || label).join(', ');
    // What stands beside an "Other" that is not chosen was not said.
    const text = state.choices[name] ? undefined : state.texts[name]?.trim();
    return text ?? facts?.[`${group}`]?.[rest.join('.')];
  };
  const piped = <T extends Asked>(question: T): T =>
    EVERYTHING ? { ...question, asked: { ...question.asked, title: pipe(question.asked.title, find) } } : question;

  /** Words the questions of a step. Follow-ups join when there is a score. */
  const ask = (step: number): Asked[] => {
    let lead: NormalScaleQuestion | undefined;
    let at = 0;
    return survey.questions.flatMap((question): Asked[] => {
      const { id } = question;
      const known = state.questions.find((each) => each.id === id && each.asked.locale === locale.tag);
      const scored = isScored(question);
      if (scored) {
        if (MORE && lead) at++;
        lead = question;
      }
      if (MORE && at !== step) return [];
      if (scored) return [known ?? piped(toAskedScale(question, locale, brand))];
      if (MORE && question.segments && !question.segments.includes(segmentOf(lead) as never)) return [];
      // Once somebody writes, the question they answer stays the question they were asked.
      if (known && state.texts[id]) return [known];
      const before = MORE && state.texts[id] && committed[id];
      if (before && before.kind === 'text' && before.question.locale === locale.tag) {
        return [{ ...question, asked: before.question, segment: before.askedSegment } as Asked];
      }
      if (lead && state.scores[lead.id] === undefined) return [];
      const segment = segmentOf(lead);
      return [piped(toAskedUnscored(question, locale, segment, brand))];
    });
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

  /** Changes what is on screen and words it anew. */
  const draw = (next: Partial<SessionState>) => {
    state = { ...state, ...next };
    change({ type: 'drawn' }, { questions: ask(state.step) });
  };

  /** Takes a reply down as it stands on screen: the issue beside it goes, the follow-up may come. */
  const take = (id: string, inputMode: InputMode, next: Partial<SessionState>) => {
    if (state.status !== 'open') return;
    // What a link has chosen was no answer yet.
    const before = MORE && touched[id]?.inputMode === 'prefill' ? undefined : touched[id];
    touched[id] = { firstAnswerMs: before?.firstAnswerMs ?? elapsed(), inputMode };
    const { [id]: _, ...issues } = state.issues;
    draw({ ...next, issues });
  };

  /** What is on screen as the reply to a question; text of nothing but white space is none. */
  const replyTo = (question: Asked) => {
    const { id } = question;
    if (isScored(question)) return state.scores[id];
    if (EVERYTHING && question.type !== 'text' && question.type !== 'email') {
      const chosen = state.choices[id];
      return chosen?.length ? chosen : undefined;
    }
    return (state.texts[id] ?? '').trim() || undefined;
  };

  const commit = (question: Asked, submitMs?: number): boolean => {
    const { id } = question;
    const reply = replyTo(question);
    const before = committed[id];
    if (reply === undefined || (before?.kind === 'score' && before.score === reply)) return false;
    // What a link has chosen counts when it is confirmed.
    if (MORE && touched[id]?.inputMode === 'prefill' && submitMs === undefined) return false;
    const how = {
      ...touched[id],
      changes: before ? before.commit.changes + 1 : 0,
      submitMs,
    } as Commit;
    const answer = isScored(question)
      ? toScoreAnswer(question, survey, reply as number, how)
      : EVERYTHING && question.type !== 'text'
        ? toOtherAnswer(question, reply, state.texts[id]?.trim(), locale.ui.other as string, how)
        : toTextAnswer(question as AskedTextQuestion, reply as string, segmentOf(leadOf(id)), how);
    if (MORE && before && toContent(before) === toContent(answer)) return false;
    committed[id] = answer;
    // Who answers has seen it, however quick they were.
    once('viewed');
    change({ type: 'answered', answer });
    return true;
  };
  const commitScores = () => {
    for (const question of state.questions) if (isScored(question)) commit(question);
  };

  /** Leaves without completing. A selection somebody left behind was meant: leaving the group commits it, and this does too. */
  const leave = (status: 'dismissed' | 'snoozed', reason?: DismissReason) => {
    if (state.status !== 'open') return;
    commitScores();
    const answeredCount = Object.keys(committed).length;
    change({ type: status, reason, answeredCount } as SessionChange, { status });
  };

  /** What stands at the end for this respondent, in the language that is spoken. */
  const toEnding = (): Ending => {
    const segment = segmentOf(survey.questions.find(isScored));
    const ending = survey.endings?.find(({ segments }) => !segments || segments.includes(segment as never));
    const thanks = ending?.thanks ?? survey.thanks;
    return { link: ending?.link, thanks: thanks && pipe(fill(thanks, { brand }), find) };
  };

  const complete = (questions: readonly Asked[], submitMs: number) => {
    for (const question of questions) if (!committed[question.id]) change({ type: 'skipped', question });
    // An answer to what is not asked any more, since the score is another, was taken back.
    const answers = questions.flatMap(({ id }) => committed[id] ?? []);
    change(
      { type: 'completed', answers, submitMs },
      { status: 'completed', issues: {}, ...(EVERYTHING ? { ending: toEnding() } : {}) },
    );
  };

  // A score from a link is one like any other, but for how it came.
  const first = written.questions[0];
  if (MORE && !resumed && first && prefill !== undefined && isScored(first) && !checkAnswer(first, prefill)) {
    touched[first.id] = { firstAnswerMs: 0, inputMode: 'prefill' };
    state = { ...state, scores: { [first.id]: prefill } };
  }
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
      touched: MORE ? { ...touched } : touched,
      committed: MORE ? { ...committed } : committed,
      said: [...said],
      elapsedMs: elapsed(),
    }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    display: () => once('displayed'),
    view: () => once('viewed'),
    select(id, score, inputMode) {
      const question = survey.questions.find((each) => each.id === id && isScored(each));
      const issue = question ? checkAnswer(question, score) : 'not_a_score';
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
      if (!EVERYTHING || (question?.type !== 'choice' && question?.type !== 'consent')) return;
      const offered = question.type === 'choice' ? toOptions(question, '').map((option) => option.id) : ['given'];
      const chosen = offered.filter((option) => options.includes(option));
      const most = question.type === 'choice' && !question.multiple ? 1 : chosen.length;
      take(id, inputMode, { choices: { ...state.choices, [id]: chosen.slice(0, most) } });
    },
    submit() {
      if (state.status !== 'open') return false;
      const issues: Record<string, AnswerIssue> = {};
      for (const question of state.questions) {
        const { id } = question;
        const beside = EVERYTHING ? checkOther(question, state.choices[id], state.texts[id]) : undefined;
        const issue = checkAnswer(question, replyTo(question)) ?? beside;
        if (issue) issues[id] = issue;
      }
      if (Object.keys(issues).length > 0) {
        change({ type: 'drawn' }, { issues });
        return false;
      }
      const submitMs = elapsed();
      const { questions, step, steps } = state;
      for (const question of questions) {
        const { id } = question;
        // What was emptied after Back is no answer any more.
        if (MORE && replyTo(question) === undefined) {
          delete committed[id];
          continue;
        }
        commit(question, submitMs);
      }
      if (MORE && step < steps - 1) draw({ step: step + 1 });
      else complete(MORE ? Array.from({ length: steps }, (_, each) => ask(each)).flat() : questions, submitMs);
      return true;
    },
    back() {
      if (!MORE || state.status !== 'open' || state.step < 1) return;
      commitScores();
      draw({ step: state.step - 1, issues: {} });
    },
    speak(next) {
      locale = next;
      if (EVERYTHING) survey = translate(written, locale.tag);
      draw(EVERYTHING && state.ending ? { ending: toEnding() } : {});
    },
    dismiss: (reason) => leave('dismissed', reason),
    snooze: () => leave('snoozed'),
    followLink: (url, link) => change({ type: 'linkFollowed', url, link }),
  };
};

/** What an answer says, whenever and however it was given. */
const toContent = (answer: Answer) => JSON.stringify({ ...answer, commit: undefined });
