import type { KeyValueStore } from '../browser/localStore.ts';
import type { Outcome } from '../core/rules/outcome.ts';
import { isScored, type NormalSurvey } from '../core/session/normalSurvey.ts';
import { toSubjectKey } from '../core/subjectKey.ts';
import type { Respondent, Subject } from '../schema/index.ts';
import { keepClosedUntil, LONGEST_CLOSED_MS } from './closedUntil.ts';
import { moveRecords } from './moveRecords.ts';
import { readRecords, writeRecords } from './records.ts';
import { toRecordsKey } from './recordsKey.ts';

interface RememberOptions {
  readonly store: KeyValueStore;
  readonly now: () => number;
  readonly state: { readonly respondent: Respondent };
}

/** Stores the record of a display, and the hint that a frequency cap blocks the survey for some time. */
export const remember = (
  { store, now, state: { respondent } }: RememberOptions,
  { id, questions, scope, touchpoint, group }: NormalSurvey,
  outcome: Outcome,
  subject: Subject | undefined,
): void => {
  const key = toRecordsKey(respondent, id);
  // When the respondent was identified after the display, the records of one display stay together. Another tab may have taken the
  // anonymous ones meanwhile.
  if (respondent.id) moveRecords(store, toRecordsKey({}, id), key);
  const at = now();
  const metric = questions.find(isScored)?.type;
  const about = subject && toSubjectKey(subject);
  writeRecords(store, key, [
    ...readRecords(store, key),
    { outcome, at, subject: about, metric, scope, touchpoint: touchpoint?.id, group },
  ]);
  const isPaused = outcome !== 'displayed' && outcome !== 'snoozed';
  if (isPaused && !respondent.id) keepClosedUntil(store, id, at + LONGEST_CLOSED_MS, at);
};
