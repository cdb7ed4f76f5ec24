import { MAXIMA } from './instruments.ts';
import { brokenRule, MOST_POINTS, type Rule, variantOf } from './rules.ts';
import type { Survey } from './survey.ts';

/** The location of a broken rule. `path` is relative to the survey. */
interface BrokenRule {
  path: (string | number)[];
  expected: string;
}

type Fields = {
  min?: number;
  max?: number;
  maxLength?: number;
  style?: keyof typeof MOST_POINTS;
  presentation?: string;
};

const toExpected = (rule: Rule, fields: Fields): string => {
  const variant = variantOf(fields as never);
  const maxima = MAXIMA[variant as 'nps'] as readonly number[] | undefined;
  switch (rule) {
    case 'max':
      return maxima ? `${maxima.join(' or ')} for ${variant}` : 'min + 1 … min + 10';
    case 'labels':
      return `${(fields.max ?? maxima?.[0] ?? 0) - (fields.min ?? 1) + 1} labels, one for each point`;
    case 'style':
      return `a style for this many points ("${fields.style}" allows at most ${MOST_POINTS[fields.style ?? 'number']})`;
    case 'icons':
      return 'one icon for each point, or one icon in total for "star"; "number" and "label" allow no icons';
    case 'minLength':
      return `at most ${fields.maxLength ?? 1000} (maxLength)`;
    case 'options':
      return 'options with unique ids (`other` adds an option with the id "other")';
    case 'segments':
      return 'a scored question before this question';
    case 'placement':
      return fields.presentation === 'banner'
        ? '"top" or "bottom" for a banner'
        : fields.presentation === 'tab'
          ? '"start" or "end" for a tab'
          : '"top", "bottom", "start" or "end" for an anchored prompt';
    case 'closeAfter':
      return "at least '8s'";
    case 'trigger':
      return 'only one of event, scroll, exit, idle and click';
    case 'where':
      return 'an event in the same trigger';
    case 'id':
      return 'a unique id';
    default:
      return rule satisfies never;
  }
};

/** Returns the first rule between fields that a survey breaks. Expects a survey that matches its schema. */
export const ruleIssue = (survey: Survey): BrokenRule | undefined => {
  const broken = brokenRule(survey);
  if (!broken) return undefined;
  const { rule, index } = broken;
  const long = 'questions' in survey;
  const around = index < 0;
  const fields = (around ? survey : long ? survey.questions[index] : index ? survey.followUp : survey) as Fields;
  return {
    path: [
      ...(around ? [] : long ? ['questions', index] : index ? ['followUp'] : []),
      ...(rule === 'where' ? ['trigger'] : []),
      rule,
    ],
    expected: toExpected(rule, fields),
  };
};
