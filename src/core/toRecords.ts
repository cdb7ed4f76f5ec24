/** What another memory knows, as records of our own. */
import type { HistoryFact } from '../schema/history.ts';
import type { Survey } from '../schema/index.ts';
import type { FrequencyRecord } from './frequency.ts';
import { toNextRecord } from './nextRecord.ts';
import { toTags } from './tags.ts';

const isText = (value: unknown): value is string => typeof value === 'string';

const isFact = (fact: HistoryFact | undefined): fact is HistoryFact =>
  !!fact && isText(fact.survey) && isText(fact.outcome) && Number.isFinite(fact.at) && fact.at > 0;

/** Turns the facts of a history into one record for each survey. Throws where there is no list of facts; drops a fact that is none. */
export const toRecords = (history: unknown, now: number): FrequencyRecord[] => {
  const { facts } = history as { facts: (HistoryFact | undefined)[] };
  const records = new Map<string, FrequencyRecord>();
  for (const fact of facts.filter(isFact).sort((a, b) => a.at - b.at)) {
    const { survey, metric, scope, touchpoint, group, subject, outcome, at } = fact;
    const tags = toTags({
      id: survey,
      metric,
      // An unscored survey is relational where it is defined, unless it has a subject.
      scope: scope ?? (subject ? 'transactional' : 'relational'),
      touchpoint: touchpoint ? { id: touchpoint } : undefined,
      group,
    } as Survey);
    const before = records.get(survey) ?? { tags, asks: 0, marks: {}, subjects: {} };
    const about = isText(subject?.type) && isText(subject.id) ? subject : undefined;
    records.set(survey, { ...toNextRecord(before, outcome, about, Math.min(at, now)), tags });
  }
  return [...records.values()];
};
