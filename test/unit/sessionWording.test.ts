import { describe, expect, it } from 'vitest';
import { locale as en } from '../../src/locales/en.ts';
import { locale as fr } from '../../src/locales/fr.ts';
import { parseEvent, type Survey } from '../../src/schema/index.ts';
import { toPosted } from '../helpers/event.ts';
import { openSession, REASONS } from '../helpers/session.ts';

/** Removes the bidirectional isolates around inserted answers. */
const plain = (text: string | undefined) => text?.replaceAll(/[\u2068\u2069]/g, '');

const aboutTitle = (title: string, more: object = {}): Partial<Survey> & object => ({
  questions: [{ type: 'nps' }, { type: 'text' }, REASONS, { type: 'csat', title }],
  ...more,
});

/** Returns the title of the second step after an NPS of 8. */
const titleAfter = (title: string, act = (_: ReturnType<typeof openSession>['session']) => {}, given?: object) => {
  const { session, titleOf } = openSession(aboutTitle(title), en, given ? { placeholders: given as never } : {});
  session.select('nps', 8, 'pointer');
  act(session);
  session.submit();
  return titleOf('csat');
};

describe('a wording with a placeholder for an answer', () => {
  it('shows scores, texts and choices of the previous step, with bidirectional isolation from the surrounding text', () => {
    expect(titleAfter('You said {nps}.')).toBe('You said \u20688\u2069.');
    expect(titleAfter('You wrote: {comment}', (session) => session.write('comment', ' Fast '))).toBe(
      'You wrote: \u2068Fast\u2069',
    );
    const choose = (session: ReturnType<typeof openSession>['session']) => {
      session.choose('reasons', ['other', 'speed']);
      session.write('reasons', 'Rain');
    };
    expect(plain(titleAfter('Because of {reasons}?', choose))).toBe('Because of Speed, Rain?');
  });

  it('shows a score of 0, even in the follow-up of its own question', () => {
    const { session, titleOf } = openSession({
      questions: [{ type: 'nps' }, { type: 'text', title: 'Why {nps}?' }],
    });
    session.select('nps', 0, 'pointer');
    expect(plain(titleOf('comment'))).toBe('Why 0?');
    session.select('nps', 7, 'pointer');
    expect(plain(titleOf('comment'))).toBe('Why 7?');
  });

  it('shows the fallback, or nothing, when there is no answer', () => {
    expect(titleAfter('{comment|Nothing}, hm{reasons}')).toBe('Nothing, hm');
    const unchosen = (session: ReturnType<typeof openSession>['session']) => {
      session.choose('reasons', ['other']);
      session.write('reasons', 'Rain');
      session.choose('reasons', []);
    };
    expect(titleAfter('{reasons|Nothing}', unchosen)).toBe('Nothing');
  });

  it('shows the changed answer after Back', () => {
    const { session, titleOf } = openSession(aboutTitle('After {nps}?'));
    session.select('nps', 3, 'pointer');
    session.submit();
    session.back();
    session.select('nps', 10, 'pointer');
    session.submit();
    expect(plain(titleOf('csat'))).toBe('After 10?');
  });

  it('shows facts of the host page by group and name, and the brand', () => {
    const given = { subject: { id: '1001' }, traits: { plan: 'pro', seats: 0 }, properties: { 'a.b': 'c' } };
    expect(plain(titleAfter('{subject.id} {traits.plan} {traits.seats} {properties.a.b}', undefined, given))).toBe(
      '1001 pro 0 c',
    );
    expect(plain(titleAfter('Hello {traits.name|there}, from {brand}', undefined, given))).toBe(
      'Hello there, from Acme',
    );
    expect(titleAfter('{traits.plan|any} plan')).toBe('any plan');
  });

  it('inserts an answer as plain text: placeholders and markup in the answer have no effect', () => {
    const evil = '{traits.plan}<img src=x>{nps}$&';
    const act = (session: ReturnType<typeof openSession>['session']) => session.write('comment', evil);
    expect(plain(titleAfter('{comment}', act, { traits: { plan: 'pro' } }))).toBe(evil);
  });

  it('shortens a long answer between characters, so that the event of the next answer stays valid', () => {
    const act = (session: ReturnType<typeof openSession>['session']) => session.write('comment', '👍'.repeat(900));
    expect(plain(titleAfter('{comment}', act))).toBe('👍'.repeat(200));
    const { session, titleOf } = openSession(aboutTitle('{comment}'.repeat(40)));
    session.select('nps', 8, 'pointer');
    session.write('comment', '👍'.repeat(900));
    session.submit();
    const title = titleOf('csat') ?? '';
    expect(title.length).toBeLessThanOrEqual(1000);
    expect(() => encodeURIComponent(title), 'half a letter').not.toThrow();
    const posted = toPosted(session);
    session.select('csat', 4, 'pointer');
    session.commit('csat');
    expect(posted).toHaveLength(1);
    expect(() => parseEvent(posted[0])).not.toThrow();
  });
});

describe('the id of a wording', () => {
  const idOf = (survey: Partial<Survey> & object, locale = en, plan = 'pro', index = 0) => {
    const { session } = openSession(survey, locale, { placeholders: { traits: { plan } } });
    session.select('nps', 9, 'pointer');
    return session.state().questions[index]?.asked.wordingId;
  };
  const csat = (more: object): Partial<Survey> & object => ({ metric: 'csat', ...more });

  it('is the same for two respondents with different inserted answers', () => {
    const survey: Partial<Survey> & object = { metric: 'nps', title: 'Is {traits.plan} good?' };
    expect(idOf(survey, en, 'pro')).toBe(idOf(survey, en, 'free'));
    const followed: Partial<Survey> & object = { metric: 'nps', followUp: { title: 'Why is {traits.plan} {nps}?' } };
    expect(idOf(followed, en, 'pro', 1)).toBe(idOf(followed, en, 'free', 1));
  });

  it('changes with the language, the title, the labels of points and the labels of options', () => {
    const ids = [
      idOf(csat({})),
      idOf(csat({}), fr),
      idOf(csat({ title: 'Well?' })),
      idOf(csat({ style: 'star' })),
      idOf(csat({ labels: ['1', '2', '3', '4', '5'] })),
      idOf(csat({ labels: ['1', '2', '3', '-', '5'] })),
      idOf({ questions: [REASONS] }),
      idOf({ questions: [{ ...REASONS, options: [{ id: 'price', label: 'Cost' }, REASONS.options[1] as never] }] }),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('depends on the translation when the survey has one', () => {
    const translated = csat({ title: 'Well?', translations: { fr: { csat: { title: 'Alors ?' } } } });
    expect(idOf(translated, fr)).toBe(idOf(csat({ title: 'Alors ?' }), fr));
    expect(idOf(translated, en)).toBe(idOf(csat({ title: 'Well?' }), en));
  });
});
