import type { Clock, Survey } from '../../schema/index.ts';
import type { DisplayRecord } from './displayRecord.ts';
import { isMetric, toDefaultScope } from './scope.ts';

/** The properties by which frequency caps group surveys. */
export interface SurveyTags {
  readonly survey: string;
  /** The metric of the survey. Undefined for a survey without a score. */
  readonly metric: string | undefined;
  readonly scope: string;
  readonly touchpoint: string;
  readonly group: string | undefined;
}

/** Returns the group properties of a survey from its definition. */
export const toTags = (survey: Survey): SurveyTags => {
  const { id, scope, subject, touchpoint, group } = survey;
  const types = 'questions' in survey ? survey.questions.map(({ type }) => type) : [survey.metric];
  const metric = types.find(isMetric);
  return {
    survey: id,
    metric,
    scope: scope ?? toDefaultScope(metric, subject !== undefined),
    touchpoint: touchpoint?.id ?? id,
    group,
  };
};

/** Returns the group properties of a survey from its last display record. */
export const toRecordTags = (surveyId: string, record: Partial<DisplayRecord> = {}): SurveyTags => {
  const { metric, scope = 'relational', touchpoint = surveyId, group } = record;
  return { survey: surveyId, metric, scope, touchpoint, group };
};

/** Returns true for a frequency cap that counts only its own survey. */
export const isOwnOnly = (per: Clock['per']): boolean => per === 'survey' || per === 'subject';

/** Returns true when a frequency cap of one survey counts the displays of another survey. */
export const isCountedFor = (per: Clock['per'], mine: SurveyTags, other: SurveyTags): boolean => {
  switch (per) {
    case 'all':
      return true;
    case 'survey':
    case 'subject':
      return mine.survey === other.survey;
    case 'group':
      return mine.group !== undefined && mine.group === other.group;
    case 'metric':
    case 'scope':
    case 'touchpoint':
      return mine[per] === other[per];
    default:
      return per satisfies never;
  }
};
