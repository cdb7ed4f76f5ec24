import { baseExtras } from '../baseExtras.ts';
import type { SessionExtras } from '../extras.ts';
import { fill } from '../fill.ts';
import { choiceKind } from './choiceKind.ts';
import { consentKind } from './consentKind.ts';
import { emailKind } from './emailKind.ts';
import { findAsked } from './findAsked.ts';
import { pipe } from './pipe.ts';
import { toNormalSurvey } from './toNormalSurvey.ts';
import { toSteps } from './toSteps.ts';
import { toVariant } from './toVariant.ts';
import { translate } from './translate.ts';

/** All session features other than one step with a score and a comment. Fetched when the survey definition needs them. */
export const sessionExtras: SessionExtras = {
  kinds: { ...baseExtras.kinds, choice: choiceKind, email: emailKind, consent: consentKind },
  toNormal: (survey, variantId) => toNormalSurvey(toVariant(survey, variantId)),
  translate,
  toSteps,
  findAsked,
  pipe: (question, known) => ({
    ...question,
    asked: { ...question.asked, title: pipe(question.asked.title, known) },
  }),
  toEnding({ endings, thanks: usual }, segment, brand, known) {
    const ending = endings?.find(({ segments }) => !segments || segments.some((each) => each === segment));
    const thanks = ending?.thanks ?? usual;
    return { link: ending?.link, thanks: thanks && pipe(fill(thanks, { brand }), known) };
  },
};
