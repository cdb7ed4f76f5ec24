import type { SessionExtras } from './extras.ts';
import { fill } from './fill.ts';
import { scoreKind } from './scoreKind.ts';
import { textKind } from './textKind.ts';
import { toBaseSurvey } from './toBaseSurvey.ts';

/** The session features for a survey with one score and one comment on one step. */
export const baseExtras: SessionExtras = {
  kinds: { nps: scoreKind, csat: scoreKind, ces: scoreKind, rating: scoreKind, text: textKind },
  toNormal: toBaseSurvey,
  translate: (survey) => survey,
  toSteps: (questions) => [questions],
  findAsked: ({ id }, { state }, tag) => state.questions.find(({ asked }) => asked.id === id && asked.locale === tag),
  pipe: (question) => question,
  toEnding: ({ thanks }, _segment, brand) => ({ thanks: thanks && fill(thanks, { brand }) }),
};
