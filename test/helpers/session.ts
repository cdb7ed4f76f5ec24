import { createSession, type Session, type SessionChange, toNormalSurvey } from '../../src/core/index.ts';
import { locale as en } from '../../src/locales/en.ts';
import { parseSurvey, type Survey } from '../../src/schema/index.ts';
import type { Locale } from '../../src/schema/locale.ts';

/** A session over a small survey, with a clock that the test moves and everything that happened. */
export const openSession = (survey: Partial<Survey> & object = { metric: 'nps' }, locale: Locale = en) => {
  let time = 0;
  const changes: SessionChange[] = [];
  const session: Session = createSession({
    survey: toNormalSurvey(parseSurvey({ id: 'a', ...survey })),
    locale,
    brand: 'Acme',
    now: () => time,
  });
  session.subscribe((change) => {
    if (change.type !== 'drawn') changes.push(change);
  });
  return {
    session,
    changes,
    wait(ms: number) {
      time += ms;
    },
  };
};
