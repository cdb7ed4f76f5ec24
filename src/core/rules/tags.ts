import type { Survey } from '../../schema/index.ts';

/** What clocks find a survey by; the second is the survey's own. */
export const toTags = (survey: Survey): string[] => {
  const { id, metric, questions, scope, subject, touchpoint, group } = survey as Survey & {
    metric?: string;
    questions?: readonly { type: string }[];
  };
  const type = metric ?? questions?.find((each) => /^(nps|csat|ces|rat)/.test(each.type))?.type;
  return [
    'all',
    `survey:${id}`,
    `metric:${type}`,
    `scope:${scope ?? (subject || /^c/.test(`${type}`) ? 'transactional' : 'relational')}`,
    `touchpoint:${touchpoint?.id ?? id}`,
    ...(group ? [`group:${group}`] : []),
  ];
};
