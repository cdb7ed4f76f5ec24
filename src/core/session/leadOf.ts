import { isScored, type NormalQuestion, type NormalScaleQuestion } from './normalSurvey.ts';

/** Returns the scored question that a follow-up question belongs to. For a scored question, returns the question itself. */
export const leadOf = (questions: readonly NormalQuestion[], id: string): NormalScaleQuestion | undefined => {
  const end = questions.findIndex((question) => question.id === id);
  return questions.slice(0, end + 1).findLast(isScored);
};
