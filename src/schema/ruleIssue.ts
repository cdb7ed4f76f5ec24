import { MAXIMA } from './instruments.ts';
import { brokenRule, type Rule, variantOf } from './rules.ts';
import type { Survey } from './survey.ts';

/** Where a rule is broken; `path` is relative to the survey. */
export interface BrokenRule {
  path: (string | number)[];
  expected: string;
}

const toExpected = (rule: Rule, fields: { min?: number; max?: number; maxLength?: number }): string => {
  const variant = variantOf(fields as never);
  const maxima = MAXIMA[variant as 'nps'] as readonly number[] | undefined;
  switch (rule) {
    case 'max':
      return maxima ? `${maxima.join(' or ')} for ${variant}` : 'min + 1 … min + 10';
    case 'labels':
      return `${(fields.max ?? maxima?.[0] ?? 0) - (fields.min ?? 1) + 1} labels, one for every point`;
    case 'style':
      return '"number" above 7 points';
    case 'minLength':
      return `at most ${fields.maxLength ?? 1000} (maxLength)`;
    case 'type':
      return '"text": there is one scored question, and it comes first';
    case 'id':
      return 'an id of its own';
    default:
      return rule satisfies never;
  }
};

/** Says which rule between fields a survey of the right shape breaks, and where. */
export const ruleIssue = (survey: Survey): BrokenRule | undefined => {
  const broken = brokenRule(survey);
  if (!broken) return undefined;
  const { rule, index } = broken;
  const long = 'questions' in survey;
  const fields = (long ? survey.questions[index] : index ? survey.followUp : survey) as object;
  return {
    path: [...(long ? ['questions', index] : index ? ['followUp'] : []), rule],
    expected: toExpected(rule, fields),
  };
};
