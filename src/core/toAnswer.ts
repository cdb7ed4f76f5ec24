import type { Answer, Commit, ScoreAnswer, Segment } from '../schema/index.ts';
import { toNormalized, toSegment } from '../schema/instruments.ts';
import { codePoints } from './checkAnswer.ts';
import type { NormalSurvey } from './normalSurvey.ts';
import type { AskedScaleQuestion, AskedTextQuestion } from './wording.ts';

/** Names the instrument of a scored question for an event. */
export const toInstrument = (question: AskedScaleQuestion, survey: NormalSurvey): ScoreAnswer['instrument'] => ({
  metric: question.type,
  variant: question.variant,
  scope: survey.scope,
});

/** Writes a score down with everything needed to read it later. */
export const toScoreAnswer = (
  question: AskedScaleQuestion,
  survey: NormalSurvey,
  score: number,
  commit: Commit,
): Answer => {
  const segment = toSegment(score, question);
  return {
    kind: 'score',
    question: question.asked,
    instrument: toInstrument(question, survey),
    scale: question.scale,
    score,
    normalized: toNormalized(score, question),
    segment,
    commit,
  };
};

/** Writes a text down. `segment` is the one that the score has now, which may not be the one that was asked. */
export const toTextAnswer = (
  question: AskedTextQuestion,
  text: string,
  segment: Segment | undefined,
  commit: Commit,
): Answer => ({
  kind: 'text',
  question: question.asked,
  text,
  textLength: codePoints(text),
  language: question.asked.locale,
  askedSegment: question.segment,
  segmentChanged: question.segment && question.segment !== segment,
  commit,
});
