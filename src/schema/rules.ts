/**
 * What a schema of shapes can't say: rules between fields. No zod here, because the page's fast check runs them as well.
 * Each gets a survey of the right shape and names the first place that breaks a rule.
 */
import { type CesVariant, MAXIMA } from './instruments.ts';
import type { Question } from './question.ts';
import type { Survey } from './survey.ts';

/** Where a rule is broken; `path` is relative to the survey. */
export interface BrokenRule {
  path: (string | number)[];
  expected: string;
}

/** The variant that a scored question or a survey in short form is asked in. */
const variantOf = (item: { type?: string; metric?: string; variant?: CesVariant | undefined }) =>
  (item.variant ??
    { ces: 'ces2' }[(item.metric ?? item.type) as 'ces'] ??
    item.metric ??
    item.type) as keyof typeof MAXIMA;

const brokenScale = (item: Question | Survey, path: (string | number)[]): BrokenRule | undefined => {
  const { min, max, labels, style } = item as Partial<Extract<Question, { type: 'rating' }>>;
  const maxima = MAXIMA[variantOf(item as never)];
  if (maxima) {
    if (max !== undefined && !maxima.includes(max)) {
      return { path: [...path, 'max'], expected: `${maxima.join(' or ')} for ${variantOf(item as never)}` };
    }
  } else if (!((max as number) > (min as number)) || (max as number) - (min as number) > 10) {
    return { path: [...path, 'max'], expected: 'min + 1 … min + 10' };
  }
  const points = (max ?? (maxima?.[0] as number)) - (min ?? 1) + 1;
  const unlabelled = !maxima || variantOf(item as never) === 'ces1';
  if (labels ? labels.length !== points : unlabelled && style === 'label') {
    return { path: [...path, 'labels'], expected: `${points} labels, one for every point` };
  }
  if (style === 'label' && points > 7) return { path: [...path, 'style'], expected: '"number" above 7 points' };
  return undefined;
};

const brokenText = (item: unknown, path: (string | number)[]): BrokenRule | undefined => {
  const { minLength = 0, maxLength = 1000 } = item as { minLength?: number; maxLength?: number };
  return minLength > maxLength
    ? { path: [...path, 'minLength'], expected: `at most ${maxLength} (maxLength)` }
    : undefined;
};

/** Names the first rule that a survey of the right shape breaks. */
export const brokenRule = (survey: Survey): BrokenRule | undefined => {
  if ('metric' in survey) {
    return brokenScale(survey, []) ?? brokenText(survey.followUp ?? {}, ['followUp']);
  }
  const ids: string[] = [];
  let broken: BrokenRule | undefined;
  survey.questions.forEach((question, index) => {
    const path = ['questions', index];
    const text = question.type === 'text';
    const id = question.id ?? (text ? 'comment' : question.type);
    broken ??= text ? brokenText(question, path) : brokenScale(question, path);
    if (!text && index)
      broken ??= { path: [...path, 'type'], expected: '"text": one scored question, which comes first' };
    if (ids.includes(id)) broken ??= { path: [...path, 'id'], expected: `an id of its own ("${id}" is taken)` };
    ids.push(id);
  });
  return broken;
};
