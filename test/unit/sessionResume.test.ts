import { describe, expect, it } from 'vitest';
import type { SessionSnapshot } from '../../src/core/index.ts';
import { locale as fr } from '../../src/locales/fr.ts';
import type { Survey } from '../../src/schema/index.ts';
import { openSession, REASONS } from '../helpers/session.ts';

const TWO_STEPS: Partial<Survey> & object = {
  questions: [{ type: 'nps' }, { type: 'text' }, { type: 'csat', title: 'After {nps}?' }, REASONS],
};

const open = (resumed: SessionSnapshot | undefined, locale?: typeof fr) => openSession(TWO_STEPS, locale, { resumed });

/** Copies a snapshot through JSON, as when another page reads it from storage. */
const stored = (snapshot: SessionSnapshot): SessionSnapshot => JSON.parse(JSON.stringify(snapshot));

const openOnStepTwo = () => {
  const opened = open(undefined);
  const { session, wait } = opened;
  session.display();
  wait(1000);
  session.select('nps', 3, 'pointer');
  session.write('comment', 'Late', 'keyboard');
  session.submit();
  session.select('csat', 2, 'keyboard');
  session.choose('reasons', ['speed', 'other'], 'pointer');
  session.write('reasons', 'Rain', 'keyboard');
  return opened;
};

describe('a session that resumes from the snapshot of an earlier session', () => {
  it('has the same step, scores, texts and choices', () => {
    const { session: before } = openOnStepTwo();
    const { session, changes } = open(stored(before.snapshot()));
    expect(session.state()).toEqual(stored(before.snapshot()).state);
    expect(session.state()).toMatchObject({
      step: 1,
      scores: { nps: 3, csat: 2 },
      texts: { comment: 'Late', reasons: 'Rain' },
      choices: { reasons: ['speed', 'other'] },
    });
    expect(changes).toEqual([]);
  });

  it('does not send earlier answers again, and repeats them in the completed event', () => {
    const { session: before } = openOnStepTwo();
    const { session, changes, answers } = open(stored(before.snapshot()));
    session.display();
    session.view();
    session.submit();
    expect(answers().map(({ question }) => question.id)).toEqual(['csat', 'reasons']);
    expect(answers('reasons')).toMatchObject([{ other: 'Rain', commit: { inputMode: 'keyboard', changes: 0 } }]);
    expect(changes.map(({ type }) => type)).toEqual(['answered', 'answered', 'completed']);
    expect(changes.at(-1)).toMatchObject({
      answers: [{ score: 3 }, { text: 'Late' }, { score: 2 }, { choices: [{ id: 'speed' }, { id: 'other' }] }],
    });
  });

  it('can go back to an earlier step without sending that step’s events again, and continues the count of changed answers', () => {
    const { session: before } = openOnStepTwo();
    const { session, answers, asked } = open(stored(before.snapshot()));
    session.back();
    expect(asked()).toEqual(['nps', 'comment']);
    session.submit();
    expect(answers('nps')).toEqual([]);
    session.back();
    session.select('nps', 5, 'pointer');
    session.submit();
    expect(answers('nps')).toMatchObject([{ score: 5, commit: { changes: 1, firstAnswerMs: 1000 } }]);
  });

  it('continues to measure the elapsed time', () => {
    const { session: before, wait } = openOnStepTwo();
    wait(2000);
    const { session, changes, wait: waitMore } = open(stored(before.snapshot()));
    waitMore(500);
    session.submit();
    expect(changes.at(-1)).toMatchObject({ type: 'completed', submitMs: 3500 });
  });

  it('uses the language of the new page', () => {
    const { session: before } = openOnStepTwo();
    const { session } = open(stored(before.snapshot()), fr);
    expect(session.state().questions[0]?.asked.locale).toBe('fr');
    expect(session.state().choices).toEqual({ reasons: ['speed', 'other'] });
  });

  it('is not affected by later changes in the earlier session', () => {
    const { session: before } = openOnStepTwo();
    const snapshot = before.snapshot();
    before.submit();
    const { session, answers } = open(snapshot);
    session.submit();
    expect(answers().map(({ question }) => question.id)).toEqual(['csat', 'reasons']);
  });
});

describe('a score that a link has preselected', () => {
  const prefilled = (prefill: number, resumed?: SessionSnapshot) =>
    openSession({ metric: 'nps' }, undefined, { prefill, resumed });

  it('is displayed with its follow-up, and is not an answer yet', () => {
    const { session, asked, answers } = prefilled(9);
    expect(session.state().scores).toEqual({ nps: 9 });
    expect(asked()).toEqual(['nps', 'comment']);
    session.display();
    session.view();
    expect(answers()).toEqual([]);
  });

  it('is not committed when the focus leaves, or when the prompt is closed or postponed', () => {
    const { session, answers } = prefilled(9);
    expect(session.commit('nps')).toBe(false);
    session.write('comment', 'Half a thou');
    session.dismiss('close_button');
    const { session: later, answers: none, changes } = prefilled(0);
    later.snooze();
    expect([...answers(), ...none()]).toEqual([]);
    expect(changes).toMatchObject([{ type: 'snoozed', answeredCount: 0 }]);
  });

  it('is an answer when it is submitted, with the input mode "prefill"', () => {
    const { session, answers, changes } = prefilled(0);
    expect(session.submit()).toBe(true);
    expect(answers('nps')).toMatchObject([{ score: 0, commit: { inputMode: 'prefill', changes: 0 } }]);
    expect(changes.at(-1)).toMatchObject({ type: 'completed', answers: [{ score: 0 }] });
  });

  it('is replaced by a normal answer when the respondent selects the same or another score', () => {
    for (const score of [9, 4]) {
      const { session, answers, wait } = prefilled(9);
      wait(700);
      session.select('nps', score, 'pointer');
      expect(session.commit('nps')).toBe(true);
      session.dismiss('escape');
      expect(answers()).toMatchObject([{ score, commit: { inputMode: 'pointer', changes: 0, firstAnswerMs: 700 } }]);
    }
  });

  it('is still not an answer after a reload, and does not replace a selected score', () => {
    const { session, answers } = prefilled(9, stored(prefilled(9).session.snapshot()));
    session.dismiss('close_button');
    expect(answers()).toEqual([]);
    const { session: other } = prefilled(9);
    other.select('nps', 2, 'pointer');
    expect(prefilled(9, stored(other.snapshot())).session.state().scores).toEqual({ nps: 2 });
  });

  it.each([-1, 11, 8.5, Number.NaN])('is ignored when its value is %s', (score) => {
    expect(prefilled(score).session.state()).toMatchObject({ scores: {}, questions: [{ id: 'nps' }] });
  });

  it('is ignored when the first question has no score', () => {
    const { session } = openSession({ questions: [{ type: 'text' }, { type: 'nps' }] }, undefined, { prefill: 9 });
    expect(session.state().scores).toEqual({});
  });
});
