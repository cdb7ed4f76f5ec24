import { describe, expect, it } from 'vitest';
import { createSession as createFullSession, type Session, toNormalSurvey } from '../../src/core/index.ts';
import { createSession } from '../../src/core/session/createSession.ts';
import { toBaseSurvey } from '../../src/core/session/toBaseSurvey.ts';
import { locale as en } from '../../src/locales/en.ts';
import { english } from '../../src/locales/english.ts';
import { locale as fr } from '../../src/locales/fr.ts';
import { parseSurvey, type Survey } from '../../src/schema/index.ts';

/** Answers a survey. Returns every change of the session, and the state on screen before each step. */
const answer = (session: Session, score: number, text: string) => {
  const log: unknown[] = [];
  session.subscribe((change) => log.push(change));
  const [scored] = session.state().questions;
  const id = `${scored?.id}`;
  log.push(session.state());
  session.submit();
  session.display();
  session.select(id, score, 'pointer');
  session.commit(id);
  session.write('comment', text, 'keyboard');
  log.push(session.state());
  session.submit();
  log.push(session.snapshot());
  return log;
};

const SURVEYS = {
  nps: { metric: 'nps', thanks: 'Thank you, {brand}.' },
  csat: { metric: 'csat', followUp: { titleBySegment: { satisfied: 'What was good?' }, required: true } },
  ces2: { metric: 'ces', low: 'No', high: 'Yes' },
  ease5: { metric: 'ces', variant: 'ease5', title: 'Was it easy?' },
} as const satisfies Record<string, Partial<Survey>>;

describe('a session without the `extras` chunk', () => {
  it.each(Object.entries(SURVEYS))('sends the same events for %s as a session with extras', (_, survey) => {
    const parsed = parseSurvey({ id: 'a', ...survey });
    expect(toBaseSurvey(parsed)).toEqual(toNormalSurvey(parsed));
    const shared = { survey: toBaseSurvey(parsed), brand: 'Acme', now: () => 0 };
    for (const [score, text] of [
      [1, ''],
      [4, 'Fast'],
      [5, ' '],
    ] as const) {
      const base = answer(createSession({ ...shared, locale: english }), score, text);
      expect(base.length).toBeGreaterThan(5);
      expect(base).toEqual(answer(createFullSession({ ...shared, locale: en }), score, text));
      const french = answer(createSession({ ...shared, locale: fr }), score, text);
      expect(french).toEqual(answer(createFullSession({ ...shared, locale: fr }), score, text));
    }
  });

  it('continues from the snapshot of another page, and can change its language', () => {
    const survey = toNormalSurvey(parseSurvey({ id: 'a', metric: 'csat' }));
    const before = createSession({ survey, locale: english, now: () => 0 });
    before.select('csat', 2, 'pointer');
    before.commit('csat');
    before.write('comment', 'Late');
    const resumed = JSON.parse(JSON.stringify(before.snapshot()));
    const session = createSession({ survey, locale: english, now: () => 0, resumed });
    expect(session.state()).toEqual(resumed.state);
    session.speak(fr);
    expect(session.state().questions.map(({ asked }) => asked.locale)).toEqual(['fr', 'fr']);
    const answers: string[] = [];
    session.subscribe((change) => change.type === 'answered' && answers.push(change.answer.kind));
    expect(session.submit()).toBe(true);
    expect(answers).toEqual(['text']);
  });

  it('has one step, and ignores back() and choose()', () => {
    const survey = toNormalSurvey(parseSurvey({ id: 'a', metric: 'nps' }));
    const session = createSession({ survey, locale: english, now: () => 0 });
    session.select('nps', 9, 'pointer');
    const before = session.state();
    session.back();
    session.choose('comment', ['other']);
    expect(session.state()).toBe(before);
    expect(before).toMatchObject({ step: 0, steps: 1, choices: {} });
  });
});
