import { type Segment, toSegment } from '../../schema/instruments.ts';
import type { NormalScaleQuestion } from './normalSurvey.ts';

/** Names the segment of the score that a question has by now; nothing without one. */
export const segmentOf = (
  question: NormalScaleQuestion | undefined,
  scores: Readonly<Record<string, number>>,
): Segment | undefined => {
  const score = question && scores[question.id];
  return question && score !== undefined ? toSegment(score, question) : undefined;
};
