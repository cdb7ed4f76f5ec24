import { type Segment, toSegment } from '../../schema/instruments.ts';
import type { NormalScaleQuestion } from './normalSurvey.ts';

/** Returns the segment of a question's current score; undefined without a score. */
export const segmentOf = (
  question: NormalScaleQuestion | undefined,
  scores: Readonly<Record<string, number>>,
): Segment | undefined => {
  const score = question && scores[question.id];
  return question && score !== undefined ? toSegment(score, question) : undefined;
};
