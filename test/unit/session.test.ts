import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSession } from '../helpers/session.ts';

const types = (changes: { type: string }[]) => changes.map(({ type }) => type);

describe('a session', () => {
  it('counts a score of 0 as an answer', () => {
    const { session, changes } = openSession();
    session.select('nps', 0, 'pointer');
    session.commit('nps');
    expect(changes.at(-1)).toMatchObject({
      type: 'answered',
      answer: { score: 0, normalized: 0, segment: 'detractor' },
    });
    expect(session.submit()).toBe(true);
  });

  it.each([
    ['"8"', '8', 'not_a_score'],
    ['8.5', 8.5, 'not_a_score'],
    ['NaN', Number.NaN, 'not_a_score'],
    ['true', true, 'not_a_score'],
    ['11', 11, 'out_of_range'],
    ['-1', -1, 'out_of_range'],
  ])('rejects %s with a typed issue before it sends an event', (_, score, issue) => {
    const { session, changes } = openSession();
    expect(session.select('nps', score as number, 'api')).toBe(issue);
    session.commit('nps');
    expect(changes).toEqual([]);
  });

  it('reveals the follow-up, worded for the segment of the score, once a score is selected', () => {
    const { session } = openSession();
    expect(session.state().questions.map(({ id }) => id)).toEqual(['nps']);
    session.select('nps', 8, 'pointer');
    expect(session.state().questions[1]?.asked.title).toBe('What would have made your experience better?');
    session.select('nps', 9, 'pointer');
    expect(session.state().questions[1]?.asked.title).toBe('What did you like most?');
  });

  it('takes the wording by segment from the survey first, then its title, then the locale', () => {
    const { session } = openSession({
      metric: 'nps',
      followUp: { title: 'Why?', titleBySegment: { detractor: 'What went wrong?' } },
    });
    session.select('nps', 1, 'pointer');
    expect(session.state().questions[1]?.asked.title).toBe('What went wrong?');
    session.select('nps', 10, 'pointer');
    expect(session.state().questions[1]?.asked.title).toBe('Why?');
  });

  it('keeps the text when the score moves to another segment, and marks it', () => {
    const { session, changes } = openSession();
    session.select('nps', 10, 'pointer');
    session.commit('nps');
    session.write('comment', 'The coffee');
    session.select('nps', 2, 'pointer');
    session.submit();
    expect(changes.findLast(({ type }) => type === 'answered')).toMatchObject({
      answer: {
        text: 'The coffee',
        askedSegment: 'promoter',
        segmentChanged: true,
        question: { title: 'What did you like most?' },
      },
    });
  });

  it('commits a selection once, however often commit() is called', () => {
    const { session, changes } = openSession();
    session.select('nps', 5, 'keyboard');
    expect(session.commit('nps')).toBe(true);
    expect(session.commit('nps')).toBe(false);
    session.select('nps', 6, 'keyboard');
    session.select('nps', 5, 'keyboard');
    expect(session.commit('nps')).toBe(false);
    expect(types(changes).filter((type) => type === 'answered')).toHaveLength(1);
  });

  it('counts the changes of an answer and measures the time to the first selection', () => {
    const { session, changes, wait } = openSession();
    wait(1200);
    session.select('nps', 5, 'pointer');
    session.commit('nps');
    wait(800);
    session.select('nps', 9, 'pointer');
    session.commit('nps');
    expect(changes.at(-1)).toMatchObject({ answer: { commit: { firstAnswerMs: 1200, changes: 1 } } });
  });

  it('treats a comment of white space as skipped', () => {
    const { session, changes } = openSession();
    session.select('nps', 9, 'pointer');
    session.write('comment', ' \n\t ');
    expect(session.submit()).toBe(true);
    expect(types(changes)).toContain('skipped');
    expect(changes.at(-1)).toMatchObject({ type: 'completed', answers: [{ kind: 'score' }] });
  });

  it('counts the length of a text in code points', () => {
    const { session } = openSession({ metric: 'nps', followUp: { maxLength: 3 } });
    session.select('nps', 9, 'pointer');
    session.write('comment', '👍👍👍');
    expect(session.submit()).toBe(true);
    const { session: longer } = openSession({ metric: 'nps', followUp: { maxLength: 3 } });
    longer.select('nps', 9, 'pointer');
    longer.write('comment', '👍👍👍👍');
    expect(longer.submit()).toBe(false);
    expect(longer.state().issues).toEqual({ comment: 'too_long' });
  });

  it('does not complete without a score, unless the question is optional', () => {
    const { session, changes } = openSession();
    expect(session.submit()).toBe(false);
    expect(session.state().issues).toEqual({ nps: 'required' });
    expect(changes).toEqual([]);
    const optional = openSession({
      questions: [{ type: 'rating', title: 'T', min: 1, max: 5, polarity: 'higher_is_better', required: false }],
    });
    expect(optional.session.submit()).toBe(true);
    expect(types(optional.changes)).toEqual(['skipped', 'completed']);
  });

  it('repeats every answer in the completed event, and accepts no answers after that', () => {
    const { session, changes } = openSession();
    session.select('nps', 9, 'pointer');
    session.commit('nps');
    session.write('comment', 'Good');
    session.submit();
    expect(changes.at(-1)).toMatchObject({ type: 'completed', answers: [{ score: 9 }, { text: 'Good' }] });
    const before = changes.length;
    session.select('nps', 1, 'pointer');
    session.commit('nps');
    session.write('comment', 'Bad');
    session.submit();
    session.dismiss('api');
    expect(changes).toHaveLength(before);
  });

  it('commits the selected score when the prompt is closed, and sends no comment that was not submitted', () => {
    const { session, changes } = openSession();
    session.select('nps', 4, 'keyboard');
    session.write('comment', 'half a tho');
    session.dismiss('escape');
    expect(types(changes)).toEqual(['displayed', 'viewed', 'answered', 'dismissed']);
    expect(changes.at(-1)).toMatchObject({ reason: 'escape', answeredCount: 1 });
  });

  it('sends viewed before answered', () => {
    const { session, changes } = openSession();
    session.display();
    session.select('nps', 4, 'pointer');
    session.commit('nps');
    session.view();
    expect(types(changes)).toEqual(['displayed', 'viewed', 'answered']);
  });

  it('uses the scale and the polarity of each instrument', () => {
    const scoreOf = (survey: Parameters<typeof openSession>[0], score: number) => {
      const { session, changes } = openSession(survey);
      const id = session.state().questions[0]?.id ?? '';
      expect(session.select(id, score, 'api')).toBeUndefined();
      session.commit(id);
      const change = changes.at(-1);
      return change?.type === 'answered' && change.answer.kind === 'score' ? change.answer : undefined;
    };
    expect(scoreOf({ metric: 'csat' }, 5)).toMatchObject({
      normalized: 1,
      segment: 'satisfied',
      scale: { min: 1, max: 5 },
    });
    expect(scoreOf({ metric: 'csat' }, 3)).toMatchObject({ segment: 'neutral' });
    expect(scoreOf({ metric: 'ces' }, 7)).toMatchObject({
      normalized: 1,
      segment: 'easy',
      scale: { max: 7 },
      instrument: { variant: 'ces2' },
    });
    expect(scoreOf({ metric: 'ces', variant: 'ease5' }, 1)).toMatchObject({
      normalized: 0,
      segment: 'difficult',
      scale: { max: 5 },
    });
    expect(scoreOf({ metric: 'ces', variant: 'ces1' }, 1)).toMatchObject({
      normalized: 1,
      segment: 'easy',
      scale: { max: 5, polarity: 'lower_is_better' },
    });
    expect(scoreOf({ metric: 'ces', variant: 'ces1', max: 7 }, 7)).toMatchObject({
      normalized: 0,
      segment: 'difficult',
    });
    const rating = scoreOf(
      { questions: [{ type: 'rating', title: 'T', min: 1, max: 10, polarity: 'higher_is_better' }] },
      10,
    );
    expect(rating).toMatchObject({ normalized: 1, instrument: { metric: 'rating', variant: 'rating' } });
    expect(rating?.segment).toBeUndefined();
  });

  it('has a different wording id when the wording, the labels or the language differ', () => {
    const idOf = (survey: Parameters<typeof openSession>[0]) =>
      openSession(survey).session.state().questions[0]?.asked.wordingId;
    expect(idOf({ metric: 'nps' })).toBe(idOf({ metric: 'nps' }));
    expect(idOf({ metric: 'nps' })).not.toBe(idOf({ metric: 'nps', title: 'Would you?' }));
    expect(idOf({ metric: 'nps' })).not.toBe(idOf({ metric: 'nps', low: 'No' }));
  });

  it('completes at most once, with the last committed answers, after any sequence of actions', () => {
    const action = fc.oneof(
      fc.record({ do: fc.constant('select' as const), score: fc.integer({ min: -2, max: 12 }) }),
      fc.record({ do: fc.constantFrom('commit' as const, 'submit' as const, 'dismiss' as const, 'snooze' as const) }),
      fc.record({ do: fc.constant('write' as const), text: fc.string() }),
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 30 }), (actions) => {
        const { session, changes } = openSession();
        for (const each of actions) {
          if (each.do === 'select') session.select('nps', each.score, 'pointer');
          else if (each.do === 'write') session.write('comment', each.text);
          else if (each.do === 'commit') session.commit('nps');
          else if (each.do === 'submit') session.submit();
          else if (each.do === 'dismiss') session.dismiss('api');
          else session.snooze();
        }
        const ends = changes.filter(({ type }) => ['completed', 'dismissed', 'snoozed'].includes(type));
        expect(ends.length).toBeLessThanOrEqual(1);
        if (ends.length > 0) expect(changes.at(-1)).toBe(ends[0]);
        const last = changes.findLast((change) => change.type === 'answered' && change.answer.kind === 'score');
        if (last?.type === 'answered' && ends.length > 0) {
          expect(last.answer).toMatchObject({ score: session.state().scores.nps });
        }
      }),
    );
  });
});
