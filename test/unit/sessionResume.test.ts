import { describe, expect, it } from 'vitest';
import type { SessionSnapshot } from '../../src/core/index.ts';
import { locale as fr } from '../../src/locales/fr.ts';
import type { Survey } from '../../src/schema/index.ts';
import { openSession, REASONS } from '../helpers/session.ts';

const TWO_STEPS: Partial<Survey> & object = {
  questions: [{ type: 'nps' }, { type: 'text' }, { type: 'csat', title: 'After {nps}?' }, REASONS],
};

const open = (resumed: SessionSnapshot | undefined, locale?: typeof fr) => openSession(TWO_STEPS, locale, { resumed });

/** As another page gets it: through a store of strings. */
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

describe('a session that goes on where another was', () => {
  it('is on the same step, with the scores, texts and choices as they were', () => {
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

  it('sends no answer again, and repeats those of the page before at the end', () => {
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

  it('goes Back to the step before, which is not sent again, and counts changes on', () => {
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

  it('counts the time on', () => {
    const { session: before, wait } = openOnStepTwo();
    wait(2000);
    const { session, changes, wait: waitMore } = open(stored(before.snapshot()));
    waitMore(500);
    session.submit();
    expect(changes.at(-1)).toMatchObject({ type: 'completed', submitMs: 3500 });
  });

  it('asks in the language of the new page', () => {
    const { session: before } = openOnStepTwo();
    const { session } = open(stored(before.snapshot()), fr);
    expect(session.state().questions[0]?.asked.locale).toBe('fr');
    expect(session.state().choices).toEqual({ reasons: ['speed', 'other'] });
  });

  it('is not changed by what the other does afterwards', () => {
    const { session: before } = openOnStepTwo();
    const snapshot = before.snapshot();
    before.submit();
    const { session, answers } = open(snapshot);
    session.submit();
    expect(answers().map(({ question }) => question.id)).toEqual(['csat', 'reasons']);
  });
});

describe('a score that a link has chosen', () => {
  const prefilled = (prefill: number, resumed?: SessionSnapshot) =>
    openSession({ metric: 'nps' }, undefined, { prefill, resumed });

  it('is on screen with its follow-up, and is no answer', () => {
    const { session, asked, answers } = prefilled(9);
    expect(session.state().scores).toEqual({ nps: 9 });
    expect(asked()).toEqual(['nps', 'comment']);
    session.display();
    session.view();
    expect(answers()).toEqual([]);
  });

  it('does not count by tabbing out, closing or putting off', () => {
    const { session, answers } = prefilled(9);
    expect(session.commit('nps')).toBe(false);
    session.write('comment', 'Half a thou');
    session.dismiss('close_button');
    const { session: later, answers: none, changes } = prefilled(0);
    later.snooze();
    expect([...answers(), ...none()]).toEqual([]);
    expect(changes).toMatchObject([{ type: 'snoozed', answeredCount: 0 }]);
  });

  it('counts when it is submitted, and says how it came', () => {
    const { session, answers, changes } = prefilled(0);
    expect(session.submit()).toBe(true);
    expect(answers('nps')).toMatchObject([{ score: 0, commit: { inputMode: 'prefill', changes: 0 } }]);
    expect(changes.at(-1)).toMatchObject({ type: 'completed', answers: [{ score: 0 }] });
  });

  it('counts when it is chosen again, or another is, as any score does', () => {
    for (const score of [9, 4]) {
      const { session, answers, wait } = prefilled(9);
      wait(700);
      session.select('nps', score, 'pointer');
      expect(session.commit('nps')).toBe(true);
      session.dismiss('escape');
      expect(answers()).toMatchObject([{ score, commit: { inputMode: 'pointer', changes: 0, firstAnswerMs: 700 } }]);
    }
  });

  it('still does not count after a reload, and does not come back over another answer', () => {
    const { session, answers } = prefilled(9, stored(prefilled(9).session.snapshot()));
    session.dismiss('close_button');
    expect(answers()).toEqual([]);
    const { session: other } = prefilled(9);
    other.select('nps', 2, 'pointer');
    expect(prefilled(9, stored(other.snapshot())).session.state().scores).toEqual({ nps: 2 });
  });

  it.each([-1, 11, 8.5, Number.NaN])('is none when it is %s', (score) => {
    expect(prefilled(score).session.state()).toMatchObject({ scores: {}, questions: [{ id: 'nps' }] });
  });

  it('is none where the first question has no score', () => {
    const { session } = openSession({ questions: [{ type: 'text' }, { type: 'nps' }] }, undefined, { prefill: 9 });
    expect(session.state().scores).toEqual({});
  });
});
