import { isScored, type NormalQuestion, type NormalScaleQuestion } from './normalSurvey.ts';

/** Groups questions into steps: each scored question after the first starts a new one. */
export const toSteps = (questions: readonly NormalQuestion[]): NormalQuestion[][] => {
  const steps: NormalQuestion[][] = [[]];
  for (const question of questions) {
    const step = steps.at(-1) as NormalQuestion[];
    if (isScored(question) && step.some(isScored)) steps.push([question]);
    else step.push(question);
  }
  return steps;
};

/** Returns the scored question that a question follows, or is. */
export const leadOf = (questions: readonly NormalQuestion[], id: string): NormalScaleQuestion | undefined => {
  const end = questions.findIndex((question) => question.id === id);
  return questions.slice(0, end + 1).findLast(isScored);
};
