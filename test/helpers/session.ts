import {
  createSession,
  type Session,
  type SessionChange,
  type SessionOptions,
  toNormalSurvey,
} from '../../src/core/index.ts';
import { locale as en } from '../../src/locales/en.ts';
import { type Answer, parseSurvey, type Question, type Survey } from '../../src/schema/index.ts';
import type { Locale } from '../../src/schema/locale.ts';

/** A choice question that allows several options and "Other". */
export const REASONS = {
  type: 'choice',
  id: 'reasons',
  title: 'Because of',
  multiple: true,
  other: true,
  options: [
    { id: 'price', label: 'Price' },
    { id: 'speed', label: 'Speed' },
  ],
} satisfies Question;

/** Opens a session of a small survey. The test advances its clock with `wait()` and reads its `changes`. */
export const openSession = (
  survey: Partial<Survey> & object = { metric: 'nps' },
  locale: Locale = en,
  more: Partial<SessionOptions> = {},
) => {
  let time = 0;
  const changes: SessionChange[] = [];
  const session: Session = createSession({
    survey: toNormalSurvey(parseSurvey({ id: 'a', ...survey })),
    locale,
    brand: 'Acme',
    now: () => time,
    ...more,
  });
  session.subscribe((change) => {
    if (change.type !== 'drawn') changes.push(change);
  });
  return {
    session,
    changes,
    /** Returns the answers of `answered` changes in order: those to one question, or all without `id`. */
    answers: (id?: string): Answer[] =>
      changes.flatMap((change) =>
        change.type === 'answered' && (!id || change.answer.question.id === id) ? [change.answer] : [],
      ),
    /** Returns the ids of the visible questions. */
    asked: () => session.state().questions.map((question) => question.id),
    titleOf: (id: string) => session.state().questions.find((question) => question.id === id)?.asked.title,
    wait(ms: number) {
      time += ms;
    },
  };
};
