import { EVERYTHING, MORE } from './more.ts';
import { isScored, type NormalChoiceQuestion, type NormalQuestion, type NormalTextQuestion } from './normalSurvey.ts';

/** Why an answer is not accepted. */
export type AnswerIssue =
  | 'required'
  | 'too_short'
  | 'too_long'
  | 'not_a_score'
  | 'out_of_range'
  | 'not_an_email'
  | 'not_an_option';

/** One @ with something around it and a dot behind it: what a typing error breaks. Whether it exists only a letter can tell. */
const EMAIL = /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/;
const MAX_EMAIL = 320;

/** Counts code points: what a person would call characters, but for combined ones. */
export const codePoints = (text: string): number => [...text].length;

/**
 * Checks one reply: a number for a score, text for a text or an e-mail address, ids for a choice or a consent. A score is a whole number within its scale: "8", 8.5 and NaN are none. Text of nothing but white space is no text.
 */
export const checkAnswer = (question: NormalQuestion, value: unknown): AnswerIssue | undefined => {
  if (value === undefined || (!isScored(question) && !`${value}`.trim())) {
    return question.required ? 'required' : undefined;
  }
  if (isScored(question)) {
    if (!Number.isInteger(value)) return 'not_a_score';
    return (value as number) < question.min || (value as number) > question.max ? 'out_of_range' : undefined;
  }
  if (EVERYTHING && question.type === 'email') {
    const address = `${value}`.trim();
    return EMAIL.test(address) && address.length <= MAX_EMAIL ? undefined : 'not_an_email';
  }
  if (EVERYTHING && (question.type === 'choice' || question.type === 'consent')) {
    const { options = [], other } = question as Partial<NormalChoiceQuestion>;
    const offered: unknown[] = question.type === 'consent' ? ['given'] : options.map(({ id }) => id);
    if (other) offered.push('other');
    return [value].flat().every((id) => offered.includes(id)) ? undefined : 'not_an_option';
  }
  const length = codePoints(`${value}`.trim());
  const { minLength = 0, maxLength = length } = question as Partial<NormalTextQuestion>;
  return length > maxLength ? 'too_long' : MORE && length < minLength ? 'too_short' : undefined;
};

/** Checks what was written beside "Other", if that is chosen. */
export const checkOther = (
  question: NormalQuestion,
  chosen: readonly string[] = [],
  text = '',
): AnswerIssue | undefined =>
  question.type === 'choice' && chosen.includes('other') && codePoints(text.trim()) > question.maxLength
    ? 'too_long'
    : undefined;
