import type { NormalScaleQuestion, NormalTextQuestion } from './normalSurvey.ts';

/** The reasons why an answer is rejected. */
export type AnswerIssue =
  | 'required'
  | 'too_short'
  | 'too_long'
  | 'not_a_score'
  | 'out_of_range'
  | 'not_an_email'
  | 'not_an_option';

/** Counts code points, as a cheap approximation of the number of characters. */
export const codePoints = (text: string): number => [...text].length;

/** Checks a score: it must be a whole number within the scale. `"8"`, 8.5 and NaN are not scores. */
export const checkScore = ({ min, max }: NormalScaleQuestion, score: unknown): AnswerIssue | undefined => {
  if (!Number.isInteger(score)) return 'not_a_score';
  return (score as number) < min || (score as number) > max ? 'out_of_range' : undefined;
};

/** Checks the length of a text without surrounding white space. */
export const checkText = (
  { minLength, maxLength }: Pick<NormalTextQuestion, 'minLength' | 'maxLength'>,
  text: string,
): AnswerIssue | undefined => {
  const length = codePoints(text.trim());
  if (length > maxLength) return 'too_long';
  return length < minLength ? 'too_short' : undefined;
};
