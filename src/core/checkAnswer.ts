import type { NormalQuestion } from './normalSurvey.ts';

/** Why an answer is not accepted. */
export type AnswerIssue = 'required' | 'too_short' | 'too_long' | 'not_a_score' | 'out_of_range';

/** Counts code points: what a person would call characters, but for combined ones. */
export const codePoints = (text: string): number => [...text].length;

/**
 * Checks one reply. A score is a whole number within its scale: "8", 8.5 and NaN are none. Text of nothing but white space is no text.
 */
export const checkAnswer = (question: NormalQuestion, value: unknown): AnswerIssue | undefined => {
  if (value === undefined || (question.type === 'text' && !`${value}`.trim())) {
    return question.required ? 'required' : undefined;
  }
  if (question.type !== 'text') {
    if (!Number.isInteger(value)) return 'not_a_score';
    return (value as number) < question.min || (value as number) > question.max ? 'out_of_range' : undefined;
  }
  const length = codePoints(`${value}`.trim());
  return length > question.maxLength ? 'too_long' : length < question.minLength ? 'too_short' : undefined;
};
