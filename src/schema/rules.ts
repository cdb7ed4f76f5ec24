/**
 * What a schema of shapes can't say: rules between fields. No zod and no sentences here, because every page runs them;
 * `ruleIssue.ts` has the words. Each rule is named after the field that breaks it.
 */
import { MAXIMA } from './instruments.ts';
import type { Question, TextQuestion } from './question.ts';
import type { Survey } from './survey.ts';

export type Rule = 'max' | 'labels' | 'style' | 'minLength' | 'type' | 'id';

/** The fields that rules are about, as any question or survey in short form may have them. */
type Fields = Partial<Extract<Question, { type: 'rating' }>> &
  Partial<Pick<TextQuestion, 'minLength' | 'maxLength'>> & { metric?: string; variant?: string };

/** The instrument of a scored question, or of a survey in short form. */
export const variantOf = ({ metric, type = metric as 'rating', variant = type as string }: Fields): string =>
  variant === 'ces' ? 'ces2' : variant;

const brokenIn = (fields: Fields, text: boolean): Rule | undefined => {
  const { min = 1, max, labels, style, minLength = 0, maxLength = 1000 } = fields;
  if (text) return minLength > maxLength ? 'minLength' : undefined;
  const variant = variantOf(fields);
  const maxima = MAXIMA[variant as 'nps'] as readonly number[] | undefined;
  const top = max ?? (maxima as readonly [number])[0];
  const points = top - min + 1;
  if (maxima ? !maxima.includes(top) : points < 2 || points > 11) return 'max';
  // There are canonical labels for every scale but a rating's own and the effort one.
  if (labels ? labels.length !== points : style === 'label' && (!maxima || variant === 'ces1')) return 'labels';
  return style === 'label' && points > 7 ? 'style' : undefined;
};

/** Names the first rule that a survey of the right shape breaks, and the question that breaks it. */
export const brokenRule = (survey: Survey): { rule: Rule; index: number } | undefined => {
  const questions: Fields[] =
    'questions' in survey ? (survey.questions as Fields[]) : [survey as Fields, (survey.followUp || {}) as Fields];
  const ids: string[] = [];
  for (let index = 0; index < questions.length; index++) {
    const question = questions[index] as Fields;
    const type: string = question.type ?? question.metric ?? 'text';
    const text = type === 'text';
    const { id = text ? 'comment' : type } = question;
    // One scored question, which comes first, and no id twice.
    const rule = brokenIn(question, text) ?? (index && !text ? 'type' : ids.includes(id) ? 'id' : undefined);
    if (rule) return { rule, index };
    ids.push(id);
  }
  return undefined;
};
