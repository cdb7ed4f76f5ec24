import type { Commit, ScoreAnswer } from '../../schema/index.ts';
import { toNormalized, toSegment } from '../../schema/instruments.ts';
import type { AskedScaleQuestion } from './asked.ts';
import type { NormalSurvey } from './normalSurvey.ts';

/** Names the instrument of a scored question for an event. */
export const toInstrument = (question: AskedScaleQuestion, survey: NormalSurvey): ScoreAnswer['instrument'] => ({
  metric: question.type,
  variant: question.variant,
  scope: survey.scope,
});

/** Turns a score into the answer that is posted, with everything needed to read it years later. */
export const toScoreAnswer = (
  question: AskedScaleQuestion,
  survey: NormalSurvey,
  score: number,
  commit: Commit,
): ScoreAnswer => ({
  kind: 'score',
  question: question.asked,
  instrument: toInstrument(question, survey),
  scale: question.scale,
  score,
  normalized: toNormalized(score, question),
  segment: toSegment(score, question),
  commit,
});
