/** What the device remembers of the respondent, read for the clocks: a record for each survey. */
import type { KeyValueStore } from '../browser/localStore.ts';
import { toJson } from '../browser/toJson.ts';
import type { FrequencyRecord } from '../core/rules/frequency.ts';
import { toRecord } from '../core/rules/toRecord.ts';
import type { Facts } from '../display/displays.ts';
import { readFacts, toFactsKey, writeFacts } from './facts.ts';
import { CLOCKS } from './keys.ts';

/** On a device that many people log in to, those who were asked longest ago are forgotten. */
const MAX_LISTS = 100;

export const createMemory = ({ store, facts, now }: { store: KeyValueStore; facts: Facts; now: () => number }) => {
  const anonymous = toFactsKey({ ...facts, respondent: {} }, '');
  /** What was read of a list, while it is the same. */
  const known = new Map<string, { text: string | undefined; record: FrequencyRecord }>();

  const read = (key: string, surveyId: string): FrequencyRecord => {
    const text = store.get(key);
    const before = known.get(key);
    if (before?.text === text && before) return before.record;
    const list = readFacts(store, key);
    // The clock was set back: what lay in the future is from now on past, and stays it.
    const latest = now();
    if (list.some(([, at]) => at > latest)) {
      writeFacts(
        store,
        key,
        list.map(([outcome, at, ...rest]) => [outcome, Math.min(at, latest), ...rest]),
      );
    }
    const record = toRecord(surveyId, list, latest);
    known.set(key, { text: store.get(key), record });
    return record;
  };

  /** Who has got a name takes along what was asked before. */
  const settle = (prefix: string) => {
    for (const key of prefix === anonymous ? [] : store.keys(anonymous)) {
      const named = prefix + key.slice(anonymous.length);
      const before = readFacts(store, named);
      const known = new Set(before.map((fact) => toJson(fact)));
      // Another tab may have taken them along already, while this one still has what it wrote: each counts once.
      const more = readFacts(store, key).filter((fact) => !known.has(toJson(fact)));
      const all = [...before, ...more].sort(([, a], [, b]) => a - b);
      writeFacts(store, named, all);
      store.set(key, undefined);
    }
  };

  const lists = store.keys(CLOCKS);
  if (lists.length > MAX_LISTS) {
    const lastOf = (key: string) => readFacts(store, key).at(-1)?.[1] ?? 0;
    const oldest = lists.map((key) => [key, lastOf(key)] as const).sort(([, a], [, b]) => a - b);
    for (const [key] of oldest.slice(0, lists.length - MAX_LISTS)) store.set(key, undefined);
  }

  return {
    /** Everything remembered of the respondent. */
    records(): FrequencyRecord[] {
      const prefix = toFactsKey(facts, '');
      settle(prefix);
      return store.keys(prefix).map((key) => read(key, key.slice(prefix.length)));
    },
    /** When a survey was shown last, milliseconds since 1970; 0 for never. */
    lastAskOf: (surveyId: string): number => read(toFactsKey(facts, surveyId), surveyId).marks.displayed?.[1] ?? 0,
  };
};
