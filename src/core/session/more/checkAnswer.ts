import { type AnswerIssue, checkScore } from '../checkAnswer.ts';
import { isScored, type NormalQuestion } from '../normalSurvey.ts';
import { kindOf } from '../questionKind.ts';
import { sessionExtras } from './sessionExtras.ts';

/**
 * Checks one answer without a session: a number for a score, a string for a text or an email address, option ids for a choice or a consent.
 * A missing answer is an issue only when the question is required.
 */
export const checkAnswer = (question: NormalQuestion, value: unknown): AnswerIssue | undefined => {
  const { id, required } = question;
  const missing = required ? 'required' : undefined;
  if (isScored(question)) return value === undefined ? missing : checkScore(question, value);
  const kind = kindOf(question, sessionExtras.kinds);
  const replies = kind.choose
    ? { scores: {}, texts: {}, choices: value === undefined ? {} : { [id]: [value].flat().map(String) } }
    : { scores: {}, texts: { [id]: `${value ?? ''}` }, choices: {} };
  return kind.isAnswered(question, replies) ? kind.check(question, replies) : missing;
};
