import type { Answer, Commit, ScoreAnswer, Segment } from '../../schema/index.ts';
import { toNormalized, toSegment } from '../../schema/instruments.ts';
import { codePoints } from './checkAnswer.ts';
import type { NormalSurvey } from './normalSurvey.ts';
import type { AskedChoiceQuestion, AskedScaleQuestion, AskedTextQuestion, AskedUnscored } from './wording.ts';

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

/** Writes down what was chosen, ticked, or given as an address. `other` is what was written beside "Other". */
export const toOtherAnswer = (
  question: Exclude<AskedUnscored, AskedTextQuestion>,
  reply: unknown,
  other: string | undefined,
  otherLabel: string,
  commit: Commit,
): Answer => {
  const shared = { question: question.asked, commit };
  if (question.type === 'email') return { kind: 'email', ...shared, email: reply as string };
  if (question.type === 'consent') return { kind: 'consent', ...shared, given: true };
  const chosen = reply as readonly string[];
  const choices = toOptions(question, otherLabel).filter(({ id }) => chosen.includes(id));
  return {
    kind: 'choice',
    ...shared,
    choices,
    ...(other && chosen.includes('other') && { other }),
    multiple: question.multiple,
  };
};

/** The options of a choice as they are offered, "Other" last. */
export const toOptions = (
  { options, other }: AskedChoiceQuestion,
  otherLabel: string,
): { id: string; label: string }[] => [
  ...options.map(({ id, label }) => ({ id, label })),
  ...(other ? [{ id: 'other', label: otherLabel }] : []),
];
