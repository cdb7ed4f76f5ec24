import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Survey } from '../../src/schema/index.ts';
import { openSession, REASONS } from '../helpers/session.ts';

const TWO_STEPS: Partial<Survey> & object = {
  questions: [
    { type: 'nps' },
    { type: 'text', id: 'wrong', title: 'What went wrong?', segments: ['detractor'] },
    { type: 'text', id: 'why', titleBySegment: { detractor: 'Why so low?', promoter: 'Why so high?' } },
    { type: 'csat' },
    REASONS,
  ],
};

const idsOf = (answers: readonly Answer[]) => answers.map(({ question }) => question.id);

/** Returns the answers of the completed event and the skipped questions. */
const endOf = (changes: ReturnType<typeof openSession>['changes']) => ({
  answers: changes.flatMap((change) => (change.type === 'completed' ? change.answers : [])),
  skipped: changes.flatMap((change) => (change.type === 'skipped' ? [change.question.id] : [])),
});

describe('a session with several scored questions', () => {
  it('puts each scored question after the first on its own step, and shows the follow-ups of a question once it has a score', () => {
    const { session, asked } = openSession(TWO_STEPS);
    expect(session.state()).toMatchObject({ step: 0, steps: 2 });
    expect(asked()).toEqual(['nps']);
    session.select('nps', 9, 'pointer');
    expect(asked()).toEqual(['nps', 'why']);
    expect(session.submit()).toBe(true);
    expect(session.state()).toMatchObject({ status: 'open', step: 1 });
    expect(asked()).toEqual(['csat']);
    session.select('csat', 5, 'pointer');
    expect(asked()).toEqual(['csat', 'reasons']);
    expect(session.submit()).toBe(true);
    expect(session.state().status).toBe('completed');
  });

  it('puts questions before the first scored question on the first step, and has one step without scored questions', () => {
    const { session, asked } = openSession({ questions: [{ type: 'consent', title: 'May we?' }, { type: 'nps' }] });
    expect(asked()).toEqual(['consent', 'nps']);
    expect(session.state().steps).toBe(1);
    const { session: unscored } = openSession({ questions: [{ type: 'email' }, { type: 'text' }] });
    expect(unscored.state().steps).toBe(1);
    unscored.submit();
    expect(unscored.state().status).toBe('completed');
  });

  it('stays on a step without its required answer and shows an issue until the question is answered', () => {
    const { session } = openSession(TWO_STEPS);
    session.select('nps', 9, 'pointer');
    session.submit();
    expect(session.submit()).toBe(false);
    expect(session.state()).toMatchObject({ step: 1, issues: { csat: 'required' } });
    session.back();
    expect(session.state().issues).toEqual({});
    session.submit();
    session.submit();
    session.select('csat', 1, 'pointer');
    expect(session.state().issues).toEqual({});
  });

  it('asks a follow-up only in its segments, even when it already contains text', () => {
    const { session, asked, answers } = openSession(TWO_STEPS);
    session.select('nps', 2, 'pointer');
    expect(asked()).toEqual(['nps', 'wrong', 'why']);
    session.write('wrong', 'Late');
    session.select('nps', 9, 'pointer');
    expect(asked()).toEqual(['nps', 'why']);
    session.select('nps', 3, 'pointer');
    expect(session.state().texts.wrong).toBe('Late');
    session.select('nps', 9, 'pointer');
    session.submit();
    expect(idsOf(answers())).toEqual(['nps']);
  });

  it('sends the answers of a step when the respondent leaves the step, and sends no unchanged answer again', () => {
    const { session, answers } = openSession(TWO_STEPS);
    session.select('nps', 9, 'pointer');
    session.commit('nps');
    session.write('why', 'Fast');
    session.submit();
    expect(idsOf(answers())).toEqual(['nps', 'why']);
    session.back();
    session.submit();
    session.select('csat', 4, 'pointer');
    session.choose('reasons', ['price']);
    session.back();
    session.submit();
    session.submit();
    expect(idsOf(answers())).toEqual(['nps', 'why', 'csat', 'reasons']);
  });

  it('sends an answer that was changed after Back again with one more change, and repeats the last version in the completed event', () => {
    const { session, answers, changes, wait } = openSession(TWO_STEPS);
    session.select('nps', 9, 'pointer');
    session.write('why', 'Fast');
    session.submit();
    wait(500);
    session.back();
    session.write('why', 'Fast, and kind');
    session.submit();
    session.select('csat', 4, 'pointer');
    session.submit();
    expect(answers('why')).toMatchObject([
      { text: 'Fast', commit: { changes: 0 } },
      { text: 'Fast, and kind', commit: { changes: 1 } },
    ]);
    expect(answers('nps')).toHaveLength(1);
    expect(endOf(changes).answers).toMatchObject([{ score: 9 }, { text: 'Fast, and kind' }, { score: 4 }]);
  });

  it('commits a selected score on Back, and keeps the answers of both steps', () => {
    const { session, answers } = openSession(TWO_STEPS);
    session.select('nps', 9, 'pointer');
    session.submit();
    session.select('csat', 2, 'keyboard');
    session.choose('reasons', ['other']);
    session.write('reasons', 'Rain');
    session.back();
    expect(answers('csat')).toMatchObject([{ score: 2, commit: { inputMode: 'keyboard' } }]);
    expect(session.state()).toMatchObject({ step: 0, scores: { nps: 9 } });
    session.submit();
    expect(session.state()).toMatchObject({ choices: { reasons: ['other'] }, texts: { reasons: 'Rain' } });
  });

  it('leaves out of the completed event questions that are no longer asked because the score was changed after Back', () => {
    const { session, changes, answers } = openSession(TWO_STEPS);
    session.select('nps', 2, 'pointer');
    session.write('wrong', 'Late');
    session.submit();
    session.back();
    session.select('nps', 10, 'pointer');
    session.submit();
    session.select('csat', 4, 'pointer');
    session.submit();
    expect(answers('wrong')).toHaveLength(1);
    const { answers: last, skipped } = endOf(changes);
    expect(last).toMatchObject([{ score: 10, commit: { changes: 1 } }, { score: 4 }]);
    expect(skipped).toEqual(['why', 'reasons']);
  });

  it('marks a question as skipped when its answer was cleared after Back, and leaves it out of the answers', () => {
    const { session, changes } = openSession(TWO_STEPS);
    session.select('nps', 9, 'pointer');
    session.write('why', 'Fast');
    session.submit();
    session.back();
    session.write('why', ' ');
    session.submit();
    session.select('csat', 4, 'pointer');
    session.submit();
    const { answers, skipped } = endOf(changes);
    expect(idsOf(answers)).toEqual(['nps', 'csat']);
    expect(skipped).toEqual(['why', 'reasons']);
  });

  it('keeps the wording that a text answers when the score is changed after Back', () => {
    const { session, answers, titleOf } = openSession(TWO_STEPS);
    session.select('nps', 2, 'pointer');
    session.write('why', 'Late');
    session.submit();
    session.back();
    expect(titleOf('why')).toBe('Why so low?');
    session.select('nps', 9, 'pointer');
    session.submit();
    session.back();
    expect(titleOf('why')).toBe('Why so low?');
    session.submit();
    expect(answers('why')).toMatchObject([
      { askedSegment: 'detractor', question: { title: 'Why so low?' } },
      { askedSegment: 'detractor', segmentChanged: true, question: { title: 'Why so low?' } },
    ]);
    session.back();
    session.write('why', '');
    expect(titleOf('why')).toBe('Why so high?');
  });

  it('reports each unanswered question of any step as skipped, once, on completion', () => {
    const { session, changes } = openSession(TWO_STEPS);
    session.select('nps', 2, 'pointer');
    session.submit();
    expect(endOf(changes).skipped).toEqual([]);
    session.back();
    session.submit();
    session.select('csat', 4, 'pointer');
    session.submit();
    expect(endOf(changes).skipped).toEqual(['wrong', 'why', 'reasons']);
    expect(changes.at(-1)?.type).toBe('completed');
  });

  it('measures the time to the first answer up to an actual answer, not up to a step that was left empty', () => {
    const { session, answers, wait } = openSession(TWO_STEPS);
    session.select('nps', 9, 'pointer');
    wait(1000);
    session.submit();
    wait(4000);
    session.back();
    session.write('why', 'Fast', 'keyboard');
    session.submit();
    expect(answers('why')).toMatchObject([{ commit: { firstAnswerMs: 5000, inputMode: 'keyboard' } }]);
  });

  it('ignores back() on the first step and after the prompt has closed', () => {
    const { session, changes } = openSession(TWO_STEPS);
    session.back();
    expect(session.state().step).toBe(0);
    session.select('nps', 9, 'pointer');
    session.submit();
    session.dismiss('escape');
    const before = changes.length;
    session.back();
    expect(session.state()).toMatchObject({ status: 'dismissed', step: 1 });
    expect(changes).toHaveLength(before);
  });

  it('sends the selected score of a later step when the prompt is closed, but no text that was not submitted', () => {
    const { session, changes, answers } = openSession(TWO_STEPS);
    session.select('nps', 9, 'pointer');
    session.submit();
    session.select('csat', 2, 'keyboard');
    session.choose('reasons', ['price']);
    session.dismiss('close_button');
    expect(idsOf(answers())).toEqual(['nps', 'csat']);
    expect(changes.at(-1)).toMatchObject({ type: 'dismissed', answeredCount: 2 });
  });

  it('completes with the last version of each answer, and each question answered or skipped, after any sequence of actions', () => {
    const action = fc.oneof(
      { weight: 3, arbitrary: fc.tuple(fc.constant('nps' as const), fc.integer({ min: 0, max: 10 })) },
      { weight: 2, arbitrary: fc.tuple(fc.constant('csat' as const), fc.integer({ min: 1, max: 5 })) },
      { weight: 2, arbitrary: fc.tuple(fc.constantFrom('wrong' as const, 'why' as const), fc.constantFrom('', 'x')) },
      fc.tuple(fc.constant('reasons' as const), fc.subarray(['price', 'speed', 'other'])),
      { weight: 4, arbitrary: fc.tuple(fc.constantFrom('submit' as const, 'back' as const), fc.constant('')) },
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
        const { session, changes, answers } = openSession(TWO_STEPS);
        for (const [what, value] of actions) {
          if (what === 'submit') session.submit();
          else if (what === 'back') session.back();
          else if (what === 'reasons') session.choose(what, value as string[]);
          else if (what === 'wrong' || what === 'why') session.write(what, value as string);
          else session.select(what, value as number, 'pointer');
        }
        const { status, scores } = session.state();
        if (status !== 'completed') return;
        const { answers: last, skipped } = endOf(changes);
        for (const answer of last) expect(answer).toBe(answers(answer.question.id).at(-1));
        const questions = ['nps', ...((scores.nps as number) < 7 ? ['wrong'] : []), 'why', 'csat', 'reasons'];
        expect([...idsOf(last), ...skipped].sort()).toEqual(questions.sort());
      }),
      { numRuns: 300 },
    );
  });
});
