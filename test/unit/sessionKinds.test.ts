import { describe, expect, it } from 'vitest';
import { checkAnswer, toNormalSurvey } from '../../src/core/index.ts';
import { locale as fr } from '../../src/locales/fr.ts';
import { parseSurvey, type Question, type Survey } from '../../src/schema/index.ts';
import { openSession } from '../helpers/session.ts';

const OPTIONS = [
  { id: 'price', label: 'Price' },
  { id: 'speed', label: 'Speed' },
  { id: 'staff', label: 'Staff' },
];

/** Opens a session that asks one question after an NPS of 9. */
const openAfterNine = (question: Question, more: Partial<Survey> & object = {}, locale?: typeof fr) => {
  const opened = openSession({ questions: [{ type: 'nps' }, question], ...more } as Partial<Survey> & object, locale);
  opened.session.select('nps', 9, 'pointer');
  return opened;
};

const normal = (question: Question) => {
  const [only] = toNormalSurvey(parseSurvey({ id: 'a', questions: [question] })).questions;
  return only as NonNullable<typeof only>;
};

describe('a choice question', () => {
  it('is answered with the selected options, in the order of the list and with their labels', () => {
    const { session, answers } = openAfterNine({ type: 'choice', title: 'Why?', multiple: true, options: OPTIONS });
    session.choose('choice', ['staff', 'price'], 'pointer');
    session.submit();
    expect(answers('choice')).toMatchObject([
      {
        kind: 'choice',
        multiple: true,
        choices: [OPTIONS[0], OPTIONS[2]],
        question: { type: 'choice', title: 'Why?' },
        commit: { inputMode: 'pointer' },
      },
    ]);
    expect(answers('choice')[0]).not.toHaveProperty('other');
  });

  it('drops unknown ids and duplicates', () => {
    const { session } = openAfterNine({ type: 'choice', title: 'Why?', multiple: true, options: OPTIONS });
    session.choose('choice', ['speed', 'nonsense', 'other', 'speed']);
    expect(session.state().choices.choice).toEqual(['speed']);
    session.choose('choice', ['nonsense']);
    expect(session.state().choices.choice).toEqual([]);
  });

  it('that is single keeps one selected option', () => {
    const { session, answers } = openAfterNine({ type: 'choice', title: 'Why?', options: OPTIONS });
    session.choose('choice', ['staff', 'speed']);
    expect(session.state().choices.choice).toEqual(['speed']);
    session.choose('choice', ['staff']);
    session.submit();
    expect(answers('choice')).toMatchObject([{ multiple: false, choices: [{ id: 'staff' }] }]);
  });

  it('includes the text for "Other" while "Other" is selected, and labels "Other" in the current language', () => {
    const { session, answers } = openAfterNine(
      { type: 'choice', id: 'why', title: 'Pourquoi ?', multiple: true, other: true, options: OPTIONS },
      {},
      fr,
    );
    session.choose('why', ['speed', 'other']);
    session.write('why', '  La pluie ');
    session.submit();
    expect(answers('why')).toMatchObject([
      { choices: [OPTIONS[1], { id: 'other', label: 'Autre' }], other: 'La pluie' },
    ]);
  });

  it('drops the text for "Other" when "Other" is deselected, and does not require a text', () => {
    const question: Question = { type: 'choice', title: 'Why?', multiple: true, other: true, options: OPTIONS };
    const { session, answers } = openAfterNine(question);
    session.choose('choice', ['other']);
    session.write('choice', 'Rain');
    session.choose('choice', ['price']);
    session.submit();
    expect(answers('choice')).toMatchObject([{ choices: [OPTIONS[0]] }]);
    expect(answers('choice')[0]).not.toHaveProperty('other');
    const { session: silent, answers: said } = openAfterNine(question);
    silent.choose('choice', ['other']);
    silent.write('choice', '  ');
    expect(silent.submit()).toBe(true);
    expect(said('choice')).toMatchObject([{ choices: [{ id: 'other' }] }]);
    expect(said('choice')[0]).not.toHaveProperty('other');
  });

  it('limits the text for "Other" to 1000 characters, and checks the limit only while "Other" is selected', () => {
    const question: Question = { type: 'choice', title: 'Why?', multiple: true, other: true, options: OPTIONS };
    const { session, answers } = openAfterNine(question);
    session.choose('choice', ['price', 'other']);
    session.write('choice', '🙂'.repeat(1001));
    expect(session.submit()).toBe(false);
    expect(session.state().issues).toEqual({ choice: 'too_long' });
    session.write('choice', ` ${'🙂'.repeat(1000)} `);
    expect(session.submit()).toBe(true);
    expect(answers('choice')[0]).toHaveProperty('other', '🙂'.repeat(1000));
    const { session: unchosen } = openAfterNine(question);
    unchosen.choose('choice', ['price', 'other']);
    unchosen.write('choice', 'x'.repeat(1001));
    unchosen.choose('choice', ['price']);
    expect(unchosen.submit()).toBe(true);
  });

  it('that is required has an issue until an option is selected; a text for "Other" alone selects nothing', () => {
    const { session } = openAfterNine({
      type: 'choice',
      title: 'Why?',
      required: true,
      other: true,
      options: OPTIONS,
    });
    session.write('choice', 'Rain');
    expect(session.submit()).toBe(false);
    expect(session.state().issues).toEqual({ choice: 'required' });
    session.choose('choice', ['speed']);
    expect(session.state().issues).toEqual({});
    session.choose('choice', []);
    expect(session.submit()).toBe(false);
  });

  it('is the only target of choose(), which ignores text and score questions, unknown ids and closed sessions', () => {
    const { session } = openAfterNine({ type: 'text' });
    for (const id of ['comment', 'nps', 'nothing']) session.choose(id, ['given']);
    expect(session.state().choices).toEqual({});
    const { session: closed } = openAfterNine({ type: 'choice', title: 'Why?', options: OPTIONS });
    closed.dismiss('api');
    closed.choose('choice', ['speed']);
    expect(closed.state().choices).toEqual({});
  });
});

describe('an e-mail question', () => {
  it.each(['a@b.co', 'first.last+tag@sub.example.com', 'ü@exämple.de', "o'neill@example.ie"])(
    'accepts %s and trims it',
    (email) => {
      const { session, answers } = openAfterNine({ type: 'email' });
      session.write('email', ` ${email}\n`, 'keyboard');
      expect(session.submit()).toBe(true);
      expect(answers('email')).toMatchObject([{ kind: 'email', email, question: { title: 'Your e-mail address' } }]);
    },
  );

  it.each([
    'anna',
    'anna@',
    '@example.com',
    'anna@example',
    'anna@example.',
    'anna@.com',
    'anna@ex..com',
    'anna b@example.com',
    'a@b@example.com',
    `${'a'.repeat(65)}@example.com`,
    `a@${'b'.repeat(320)}.com`,
  ])('rejects %s with an issue and sends no answer', (email) => {
    const { session, answers } = openAfterNine({ type: 'email' });
    session.write('email', email);
    expect(session.submit()).toBe(false);
    expect(session.state()).toMatchObject({ status: 'open', issues: { email: 'not_an_email' } });
    expect(answers('email')).toEqual([]);
    session.write('email', 'anna@example.com');
    expect(session.state().issues).toEqual({});
    expect(session.submit()).toBe(true);
  });

  it('is skipped when it is empty, unless it is required', () => {
    const { session, changes, answers } = openAfterNine({ type: 'email' });
    session.write('email', '   ');
    expect(session.submit()).toBe(true);
    expect(answers('email')).toEqual([]);
    expect(changes.find(({ type }) => type === 'skipped')).toMatchObject({ question: { id: 'email' } });
    const { session: required } = openAfterNine({ type: 'email', required: true });
    expect(required.submit()).toBe(false);
    expect(required.state().issues).toEqual({ email: 'required' });
  });

  it('is not answered by closing the prompt, even if the address is valid', () => {
    const { session, answers } = openAfterNine({ type: 'email' });
    session.write('email', 'anna@example.com');
    session.snooze();
    expect(answers().map(({ kind }) => kind)).toEqual(['score']);
  });
});

describe('a consent question', () => {
  it('is answered when the consent is given, and skipped when it is not given', () => {
    const { session, answers } = openAfterNine({ type: 'consent', title: 'You may call me.' });
    session.choose('consent', ['given'], 'keyboard');
    session.submit();
    expect(answers('consent')).toMatchObject([
      { kind: 'consent', given: true, question: { title: 'You may call me.' }, commit: { inputMode: 'keyboard' } },
    ]);
    const { session: silent, answers: said, changes } = openAfterNine({ type: 'consent', title: 'You may call me.' });
    silent.submit();
    expect(said('consent')).toEqual([]);
    expect(changes.find(({ type }) => type === 'skipped')).toMatchObject({ question: { id: 'consent' } });
  });

  it('is skipped when the respondent withdraws the consent before submitting', () => {
    const { session, answers } = openAfterNine({ type: 'consent', title: 'You may call me.', required: true });
    session.choose('consent', ['given']);
    session.choose('consent', []);
    expect(session.submit()).toBe(false);
    expect(session.state().issues).toEqual({ consent: 'required' });
    session.choose('consent', ['yes']);
    expect(session.submit()).toBe(false);
    expect(answers('consent')).toEqual([]);
  });
});

describe('the style of a scale', () => {
  it.each([
    ['star', { type: 'nps', style: 'star' }, undefined],
    ['thumb', { type: 'csat', style: 'thumb' }, undefined],
  ])('%s is rejected for an instrument that does not support it', (_, question) => {
    expect(() => parseSurvey({ id: 'a', questions: [question] })).toThrow('style');
  });

  it('is part of the answer together with the label of every point', () => {
    const scaleOf = (question: Question, score: number) => {
      const { session, answers } = openSession({ questions: [question] });
      session.select(question.type, score, 'pointer');
      session.commit(question.type);
      const [answer] = answers();
      return answer?.kind === 'score' ? answer.scale : undefined;
    };
    expect(scaleOf({ type: 'csat', style: 'star' }, 4)).toMatchObject({
      style: 'star',
      labels: ['Very dissatisfied', 'Dissatisfied', 'Neutral', 'Satisfied', 'Very satisfied'],
    });
    expect(
      scaleOf({ type: 'ces', variant: 'ease5', style: 'emoji', icons: ['😡', '🙁', '😐', '🙂', '😍'] }, 1),
    ).toMatchObject({
      style: 'emoji',
      low: 'Very difficult',
      high: 'Very easy',
    });
    const thumbs: Question = {
      type: 'rating',
      title: 'Helpful?',
      min: 0,
      max: 1,
      polarity: 'higher_is_better',
      style: 'thumb',
      labels: ['No', 'Yes'],
    };
    expect(scaleOf(thumbs, 0)).toMatchObject({ style: 'thumb', min: 0, max: 1, labels: ['No', 'Yes'] });
    expect(scaleOf({ type: 'csat' }, 4)).not.toHaveProperty('labels');
  });
});

describe('checkAnswer', () => {
  it('accepts the options of a choice, "Other" if it is offered, and "given" for a consent', () => {
    const choice = normal({ type: 'choice', title: 'Why?', multiple: true, options: OPTIONS });
    expect(checkAnswer(choice, ['price', 'staff'])).toBeUndefined();
    expect(checkAnswer(choice, ['price', 'nonsense'])).toBe('not_an_option');
    expect(checkAnswer(choice, ['other'])).toBe('not_an_option');
    expect(
      checkAnswer(normal({ type: 'choice', title: 'T', other: true, options: OPTIONS }), ['other']),
    ).toBeUndefined();
    expect(checkAnswer(choice, [])).toBeUndefined();
    const consent = normal({ type: 'consent', title: 'T', required: true });
    expect(checkAnswer(consent, ['given'])).toBeUndefined();
    expect(checkAnswer(consent, ['yes'])).toBe('not_an_option');
    expect(checkAnswer(consent, [])).toBe('required');
  });
});
