import { describe, expect, it } from 'vitest';
import { locale as de } from '../../src/locales/de.ts';
import { locale as en } from '../../src/locales/en.ts';
import { locale as fr } from '../../src/locales/fr.ts';
import type { Survey } from '../../src/schema/index.ts';
import type { Locale } from '../../src/schema/locale.ts';
import { openSession } from '../helpers/session.ts';

const SURVEY: Partial<Survey> & object = {
  questions: [
    { type: 'nps', title: 'Would you?' },
    { type: 'text', title: 'Why?', titleBySegment: { detractor: 'Why not?' } },
    {
      type: 'choice',
      id: 'reasons',
      title: 'Because of',
      options: [
        { id: 'price', label: 'Price' },
        { id: 'speed', label: 'Speed' },
      ],
    },
    { type: 'csat', style: 'star', labels: ['1', '2', '3', '4', '5'] },
  ],
  thanks: 'Thanks from {brand}!',
  endings: [
    {
      segments: ['promoter'],
      thanks: 'You are kind, {nps} times.',
      link: { url: 'https://reviews.example/', label: 'Tell others' },
    },
    { segments: ['detractor'], link: { url: 'https://help.example/', label: 'Talk to us' } },
  ],
  translations: {
    fr: {
      nps: { title: 'Le feriez-vous ?' },
      comment: { title: 'Pourquoi ?', titleBySegment: { detractor: 'Pourquoi pas ?' } },
      reasons: { title: 'À cause de', options: { price: 'Prix' } },
      csat: { labels: ['un', 'deux', 'trois', 'quatre', 'cinq'] },
      thanks: 'Merci de la part de {brand} !',
      endings: { '0': { thanks: 'Vous êtes aimable, {nps} fois.', label: 'Dites-le' } },
    },
    'fr-CA': { nps: { title: 'Le feriez-vous, là ?' } },
  },
};

const say = (locale: Locale, score = 9) => {
  const opened = openSession(SURVEY, locale);
  opened.session.select('nps', score, 'pointer');
  return opened;
};

/** Returns the ending without the bidirectional isolates around inserted answers. */
const endingAfter = (locale: Locale, score: number) => {
  const { session } = say(locale, score);
  session.submit();
  session.select('csat', 4, 'pointer');
  session.submit();
  const { ending } = session.state();
  return { session, thanks: ending?.thanks?.replaceAll(/[\u2068\u2069]/g, ''), link: ending?.link };
};

describe('the translations of a survey', () => {
  it('replace the texts of the survey in the language of the respondent, and leave untranslated texts as they are', () => {
    const { session, titleOf } = say(fr);
    expect(titleOf('nps')).toBe('Le feriez-vous ?');
    expect(titleOf('comment')).toBe('Pourquoi ?');
    expect(session.state().questions[2]).toMatchObject({
      asked: { title: 'À cause de', locale: 'fr' },
      options: [
        { id: 'price', label: 'Prix' },
        { id: 'speed', label: 'Speed' },
      ],
    });
    session.select('nps', 1, 'pointer');
    expect(titleOf('comment')).toBe('Pourquoi pas ?');
    session.submit();
    expect(session.state().questions[0]).toMatchObject({
      scale: { labels: ['un', 'deux', 'trois', 'quatre', 'cinq'] },
      asked: { title: 'À quel point votre expérience avec Acme a-t-elle été satisfaisante\u202f?' },
    });
  });

  it('are selected by the full language tag, then by its language, and are otherwise not used', () => {
    expect(say({ ...fr, tag: 'fr-CA' }).titleOf('nps')).toBe('Le feriez-vous, là ?');
    expect(say({ ...fr, tag: 'fr-BE' }).titleOf('nps')).toBe('Le feriez-vous ?');
    expect(say(de).titleOf('nps')).toBe('Would you?');
    expect(say(en).titleOf('nps')).toBe('Would you?');
  });

  it('change neither ids nor scales nor required answers', () => {
    const translations = {
      fr: { nps: { id: 'x', type: 'csat', max: '5', required: 'no' }, constructor: { title: 'T' } },
    };
    const { session } = openSession({ metric: 'nps', translations }, fr);
    expect(session.state().questions[0]).toMatchObject({ id: 'nps', type: 'nps', max: 10, required: true });
  });

  it('of the wrong shape are ignored: a wrong number of labels, or a text that is not a string', () => {
    const translations = { fr: { csat: { title: ['a', 'b'], labels: ['mal', 'bien'] }, thanks: { a: 'b' } } };
    const { session } = openSession({ metric: 'csat', style: 'label', translations }, fr);
    expect(session.state().questions[0]).toMatchObject({
      asked: { title: fr.csat?.title.replace('{brand}', 'Acme') },
      scale: { labels: fr.csat?.labels },
    });
    session.select('csat', 4, 'pointer');
    expect(session.submit()).toBe(true);
    expect(session.state().ending?.thanks).toBeUndefined();
  });
});

describe('a change of language in an open session', () => {
  it('shows the current step in the new language and keeps the answers, without sending events', () => {
    const { session, titleOf, changes } = say(en, 2);
    session.write('comment', 'Late');
    session.choose('reasons', ['speed']);
    session.submit();
    session.back();
    const before = changes.length;
    session.speak(fr);
    expect(session.locale.tag).toBe('fr');
    expect(titleOf('nps')).toBe('Le feriez-vous ?');
    expect(titleOf('comment')).toBe('Pourquoi pas ?');
    expect(session.state()).toMatchObject({
      step: 0,
      scores: { nps: 2 },
      texts: { comment: 'Late' },
      choices: { reasons: ['speed'] },
    });
    expect(changes).toHaveLength(before);
    session.speak(en);
    expect(titleOf('nps')).toBe('Would you?');
  });

  it('does not send a score again, and new answers have the new language', () => {
    const { session, answers } = say(en);
    session.submit();
    session.speak(fr);
    session.back();
    session.submit();
    session.select('csat', 4, 'pointer');
    session.submit();
    expect(answers().map(({ question }) => [question.id, question.locale])).toEqual([
      ['nps', 'en'],
      ['csat', 'fr'],
    ]);
  });

  it('keeps issues and unsubmitted text', () => {
    const { session } = openSession({ questions: [{ type: 'email', required: true }] });
    session.write('email', 'anna@');
    session.submit();
    session.speak(fr);
    expect(session.state()).toMatchObject({
      texts: { email: 'anna@' },
      issues: { email: 'not_an_email' },
      questions: [{ asked: { title: fr.ui.email } }],
    });
  });

  it('translates the thanks text of a completed session', () => {
    const { session } = endingAfter(en, 10);
    session.speak(fr);
    expect(session.state()).toMatchObject({
      status: 'completed',
      ending: { thanks: 'Vous êtes aimable, \u206810\u2069 fois.', link: { label: 'Dites-le' } },
    });
  });
});

describe('an ending', () => {
  it('is the first one that matches the segment of the first score, with its own thanks and link', () => {
    expect(endingAfter(en, 9)).toMatchObject({
      thanks: 'You are kind, 9 times.',
      link: { url: 'https://reviews.example/', label: 'Tell others' },
    });
    expect(endingAfter(fr, 9)).toMatchObject({
      thanks: 'Vous êtes aimable, 9 fois.',
      link: { url: 'https://reviews.example/', label: 'Dites-le' },
    });
  });

  it('without its own thanks shows the thanks of the survey, which include the brand', () => {
    expect(endingAfter(en, 2)).toMatchObject({ thanks: 'Thanks from Acme!', link: { label: 'Talk to us' } });
    expect(endingAfter(fr, 2)).toMatchObject({ thanks: 'Merci de la part de Acme !', link: { label: 'Talk to us' } });
  });

  it('is the thanks of the survey without a link when no ending matches the segment', () => {
    const { thanks, link } = endingAfter(en, 8);
    expect(thanks).toBe('Thanks from Acme!');
    expect(link).toBeUndefined();
  });

  it('without segments applies when no earlier ending matches, with or without a score', () => {
    const endings = [{ segments: ['promoter' as const], thanks: 'A' }, { thanks: 'B' }];
    const { session } = openSession({ questions: [{ type: 'text' }], endings });
    session.submit();
    expect(session.state().ending?.thanks).toBe('B');
  });

  it('appears only when the respondent completes the survey', () => {
    const { session } = say(en);
    expect(session.state().ending).toBeUndefined();
    session.dismiss('escape');
    expect(session.state().ending).toBeUndefined();
  });
});
