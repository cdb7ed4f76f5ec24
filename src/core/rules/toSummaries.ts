import type { HistoryFact } from '../../schema/history.ts';
import { toSubjectKey } from '../subjectKey.ts';
import { type DisplayRecord, isDisplayRecord } from './displayRecord.ts';
import type { FrequencySummary } from './frequencySummary.ts';
import { notInFuture } from './notInFuture.ts';
import { toDefaultScope } from './scope.ts';
import { toSummary } from './toSummary.ts';

const isText = (value: unknown): value is string => typeof value === 'string';

const toRecord = ({ metric, scope, touchpoint, group, subject, outcome, at }: HistoryFact): DisplayRecord => {
  const about = isText(subject?.type) && isText(subject.id) ? toSubjectKey(subject) : undefined;
  // The collector returns a scope for each survey with a score, so a survey without a scope has no score.
  return { outcome, at, subject: about, metric, scope: scope ?? toDefaultScope(undefined, !!about), touchpoint, group };
};

/**
 * Summarizes a history from a collector or the host's server. Returns one summary for each survey. Throws when the history has no list of
 * facts. Ignores invalid facts.
 */
export const toSummaries = (history: unknown, now: number): FrequencySummary[] => {
  const { facts } = history as { readonly facts: readonly (HistoryFact | null)[] };
  const bySurvey = new Map<string, DisplayRecord[]>();
  for (const fact of facts) {
    if (!isDisplayRecord(fact) || !isText(fact.survey)) continue;
    bySurvey.set(fact.survey, [...(bySurvey.get(fact.survey) ?? []), toRecord(fact)]);
  }
  return [...bySurvey].map(([survey, records]) => {
    const inOrder = records.sort((one, other) => one.at - other.at);
    return toSummary(survey, notInFuture(inOrder, now));
  });
};
