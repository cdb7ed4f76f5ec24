/** What another memory knows, as records of our own. */
import type { HistoryFact } from '../../schema/history.ts';
import type { Fact, FrequencyRecord } from './frequency.ts';
import { toSubjectKey } from '../subjectKey.ts';
import { toRecord } from './toRecord.ts';

const isText = (value: unknown): value is string => typeof value === 'string';

const isFact = (fact: HistoryFact | undefined): fact is HistoryFact =>
  !!fact && isText(fact.survey) && isText(fact.outcome) && Number.isFinite(fact.at);

/** Turns the facts of a history into one record for each survey. Throws where there is no list of facts; drops a fact that is none. */
export const toRecords = (history: unknown, now: number): FrequencyRecord[] => {
  const bySurvey = new Map<string, Fact[]>();
  const { facts } = history as { facts: (HistoryFact | undefined)[] };
  for (const fact of facts.filter(isFact).sort((a, b) => a.at - b.at)) {
    const { survey, metric, scope, touchpoint, group, subject, outcome, at } = fact;
    const about = isText(subject?.type) && isText(subject.id) ? toSubjectKey(subject) : undefined;
    // A survey without a score is relational where it is defined, unless it has a subject.
    const said = scope ?? (about ? 'transactional' : 'relational');
    bySurvey.set(survey, [...(bySurvey.get(survey) ?? []), [outcome, at, about, metric, said, touchpoint, group]]);
  }
  return [...bySurvey].map(([survey, list]) => toRecord(survey, list, now));
};
