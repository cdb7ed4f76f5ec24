/** What the device remembers of whom it has asked: a record for each survey, kept apart by respondent. */
import type { KeyValueStore } from './browser/localStore.ts';
import { toJson } from './browser/toJson.ts';
import { type FrequencyRecord, toRecord } from './core/frequency.ts';
import { toTags } from './core/tags.ts';
import { toHash } from './core/toHash.ts';
import { CLOCKS } from './outbox/keys.ts';

/** Creates the memory. `who` is the respondent's id, if the host gave one; on the device is its hash only. */
export const createMemory = (store: KeyValueStore, who: () => string | undefined, now: () => number) => {
  const prefix = () => `${CLOCKS}${who() ? toHash(who() as string) : ''}:`;
  const keyOf = (surveyId: string) => prefix() + surveyId;
  const read = (key: string): FrequencyRecord | undefined => {
    const text = store.get(key);
    const record = toRecord(text, now());
    // The clock was set back: what lay in the future is from now on past, and stays it.
    if (record && toJson(record) !== text) store.set(key, toJson(record));
    return record;
  };
  return {
    keyOf,
    tagsOf: toTags,
    read,
    /** Everything remembered of the respondent. */
    records: (): FrequencyRecord[] => store.keys(prefix()).flatMap((key) => read(key) ?? []),
    /** Lets the respondent get a name: what is remembered of them goes with them, beside what is known under it already. */
    handOver(change: () => void) {
      const before = prefix();
      change();
      if (prefix() === before) return;
      for (const key of store.keys(before)) {
        store.set(`${keyOf(key.slice(before.length))}~${now()}`, store.get(key));
        store.set(key, undefined);
      }
    },
  };
};
export type Memory = ReturnType<typeof createMemory>;
