import type { Survey } from '../../schema/index.ts';
import type { Fact, FrequencyRecord } from './frequency.ts';
import { type Draft, toNextDraft } from './nextRecord.ts';
import { toTags } from './tags.ts';

const OUTCOMES = ['displayed', 'answered', 'completed', 'dismissed', 'snoozed', 'never'];

/** Says what the facts of a survey come to, oldest first. What lies in the future, since the clock was set back, is now; what is no fact is nothing. */
export const toRecord = (surveyId: string, facts: readonly Fact[], now: number): FrequencyRecord => {
  let draft: Draft = { tags: [], asks: 0, marks: {}, subjects: new Map() };
  for (const [outcome, at, subject, metric, scope, touchpoint, group] of facts) {
    if (!OUTCOMES.includes(outcome) || !(at > 0)) continue;
    const tags = toTags({
      id: surveyId,
      metric,
      scope: scope ?? 'relational',
      touchpoint: touchpoint ? { id: touchpoint } : undefined,
      group,
    } as unknown as Survey);
    draft = { ...toNextDraft(draft, outcome, subject ?? undefined, Math.min(at, now)), tags };
  }
  return { ...draft, subjects: Object.fromEntries(draft.subjects) };
};
