import type { SessionExtras } from '../extras.ts';
import { isScored, type NormalQuestion } from '../normalSurvey.ts';
import { segmentOf } from '../segmentOf.ts';

/**
 * Groups the questions of a survey into steps. Each scored question after the first starts a new step. Leaves out follow-up questions for
 * other segments.
 */
export const toSteps: SessionExtras['toSteps'] = (questions, scores) => {
  const steps: NormalQuestion[][] = [[]];
  for (const question of questions) {
    const step = steps.at(-1) as NormalQuestion[];
    if (isScored(question)) {
      if (step.some(isScored)) steps.push([question]);
      else step.push(question);
      continue;
    }
    const segment = segmentOf(step.findLast(isScored), scores);
    if (!question.segments || question.segments.some((each) => each === segment)) step.push(question);
  }
  return steps;
};
