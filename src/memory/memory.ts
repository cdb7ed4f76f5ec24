/** The survey history on this device, summarized for the frequency caps: one summary for each survey. */
import type { KeyValueStore } from '../browser/localStore.ts';
import type { FrequencySummary } from '../core/rules/frequencySummary.ts';
import { notInFuture } from '../core/rules/notInFuture.ts';
import { toSummary } from '../core/rules/toSummary.ts';
import type { Respondent } from '../schema/index.ts';
import { dropOldLists } from './dropOldLists.ts';
import { moveRecords } from './moveRecords.ts';
import { readRecords, writeRecords } from './records.ts';
import { toRecordsKey } from './recordsKey.ts';

export interface MemoryOptions {
  readonly store: KeyValueStore;
  /** The state of the client. Its respondent is replaced when the host page calls `identify()`. */
  readonly state: { readonly respondent: Respondent };
  readonly now: () => number;
}

export const createMemory = ({ store, state, now }: MemoryOptions) => {
  const anonymous = toRecordsKey({}, '');
  /**
   * The cached summaries by list of display records. An entry is valid while the stored text of the list is unchanged and the device's clock
   * has not been set back since.
   */
  const known = new Map<string, { text: string | undefined; at: number; summary: FrequencySummary }>();

  const summaryOf = (key: string, surveyId: string): FrequencySummary => {
    const before = known.get(key);
    const at = now();
    if (before && before.text === store.get(key) && before.at <= at) return before.summary;
    const read = readRecords(store, key);
    const records = notInFuture(read, at);
    if (records !== read) writeRecords(store, key, records);
    const summary = toSummary(surveyId, records);
    known.set(key, { text: store.get(key), at, summary });
    return summary;
  };

  return {
    /** Summarizes the respondent's history on this device. First moves anonymous history to the identified respondent. */
    summaries(): FrequencySummary[] {
      const prefix = toRecordsKey(state.respondent, '');
      if (prefix !== anonymous) {
        for (const key of store.keys(anonymous)) moveRecords(store, key, prefix + key.slice(anonymous.length));
      }
      const summaries = store.keys(prefix).map((key) => summaryOf(key, key.slice(prefix.length)));
      dropOldLists(store, now());
      return summaries;
    },
    /** Returns when a survey was last displayed, in milliseconds since 1970; 0 when it never was. */
    lastAskOf: (surveyId: string): number =>
      summaryOf(toRecordsKey(state.respondent, surveyId), surveyId).marks.displayed?.at ?? 0,
  };
};

export type Memory = ReturnType<typeof createMemory>;
