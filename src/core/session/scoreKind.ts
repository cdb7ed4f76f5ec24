import type { ScoreAnswer } from '../../schema/index.ts';
import { toNormalized, toSegment } from '../../schema/instruments.ts';
import type { AskedScaleQuestion } from './asked.ts';
import { checkScore } from './checkAnswer.ts';
import type { NormalScaleQuestion, NormalSurvey } from './normalSurvey.ts';
import type { QuestionKind } from './questionKind.ts';
import { toAskedScale } from './wording.ts';

/** Returns the instrument of a scored question for an event. */
export const toInstrument = (
  { type, variant }: AskedScaleQuestion,
  { scope }: NormalSurvey,
): ScoreAnswer['instrument'] => ({ metric: type, variant, scope });

/** Implements scores on a scale. The answer contains everything needed to interpret it years later. */
export const scoreKind: QuestionKind<NormalScaleQuestion['type']> = {
  ask: (question, { locale, brand }) => toAskedScale(question, locale, brand),
  isAnswered: ({ id }, { scores }) => scores[id] !== undefined,
  check: (question, { scores }) => checkScore(question, scores[question.id]),
  toAnswer(question, { scores }, commit, { survey }) {
    const score = scores[question.id] as number;
    return {
      kind: 'score',
      question: question.asked,
      instrument: toInstrument(question, survey),
      scale: question.scale,
      score,
      normalized: toNormalized(score, question),
      segment: toSegment(score, question),
      commit,
    };
  },
};
