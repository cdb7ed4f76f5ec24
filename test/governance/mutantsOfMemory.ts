/** Deliberate bugs in the storage of devices and tabs. */
import { VISIT } from '../../src/memory/keys.ts';
import { unpack } from '../../src/memory/versioned.ts';
import { type Mutant, mutate } from './mutant.ts';

export const MUTANTS_OF_MEMORY: readonly Mutant[] = [
  mutate<typeof import('../../src/memory/keys.ts')>('a logout forgets everybody', 'src/memory/keys.ts', {
    isKeptOnLogout: () => () => false,
  }),
  mutate<typeof import('../../src/memory/keys.ts')>('a logout forgets nobody', 'src/memory/keys.ts', {
    isKeptOnLogout: () => () => true,
  }),
  mutate<typeof import('../../src/memory/mergeRecords.ts')>(
    'merged records are not in the order of time',
    'src/memory/mergeRecords.ts',
    {
      mergeRecords: (mergeRecords) => (one, other) => {
        const merged = mergeRecords(one, other);
        return [...one, ...merged.filter((record) => !one.includes(record))];
      },
    },
  ),
  mutate<typeof import('../../src/memory/mergeRecords.ts')>(
    'a record that two tabs move counts twice',
    'src/memory/mergeRecords.ts',
    { mergeRecords: () => (one, other) => [...one, ...other].sort((a, b) => a.at - b.at) },
  ),
  mutate<typeof import('../../src/memory/moveRecords.ts')>(
    'anonymous history stays for the next respondent',
    'src/memory/moveRecords.ts',
    {
      moveRecords: (moveRecords) => (store, from, to) => {
        const text = store.get(from);
        moveRecords(store, from, to);
        store.set(from, text);
      },
    },
  ),
  mutate<typeof import('../../src/memory/moveRecords.ts')>(
    'an identified respondent loses their anonymous history',
    'src/memory/moveRecords.ts',
    { moveRecords: () => () => {} },
  ),
  mutate<typeof import('../../src/memory/closedUntil.ts')>(
    'a survey is stamped as closed for longer than its clocks',
    'src/memory/closedUntil.ts',
    { keepClosedUntil: (keep) => (store, id, _, now) => keep(store, id, Number.POSITIVE_INFINITY, now) },
  ),
  mutate<typeof import('../../src/memory/keptVisit.ts')>(
    'after the clock was set back, each page begins a visit',
    'src/memory/keptVisit.ts',
    {
      keepVisit: (keepVisit) => (store, now, referrer) => {
        const text = store.get(VISIT);
        const visit = keepVisit(store, now, referrer);
        if (Number(unpack(text).seen) > now) store.set(VISIT, text);
        return visit;
      },
    },
  ),
  mutate<typeof import('../../src/memory/needsRules.ts')>(
    'without records, an agent is asked',
    'src/memory/needsRules.ts',
    { needsRules: (needsRules) => (store) => needsRules(store, {}) },
  ),
  mutate<typeof import('../../src/memory/needsRules.ts')>(
    'without rules of its own, a page ignores the records',
    'src/memory/needsRules.ts',
    { needsRules: () => () => false },
  ),
  mutate<typeof import('../../src/memory/recordsKey.ts')>(
    'identified respondents share their records',
    'src/memory/recordsKey.ts',
    {
      toRecordsKey: (toRecordsKey) => (respondent, surveyId) =>
        toRecordsKey(respondent.id ? { id: 'a' } : {}, surveyId),
    },
  ),
  mutate<typeof import('../../src/memory/dropOldLists.ts')>(
    'the records of every respondent are kept',
    'src/memory/dropOldLists.ts',
    { dropOldLists: () => () => {} },
  ),
  mutate<typeof import('../../src/memory/seed.ts')>('the seed is not kept', 'src/memory/seed.ts', {
    keepSeed: () => () => `${Math.random()}`,
  }),
  mutate<typeof import('../../src/memory/keptMoments.ts')>(
    'a delay does not outlive its page',
    'src/memory/keptMoments.ts',
    {
      takeMoments: (takeMoments) => (surveyId) => {
        takeMoments(surveyId);
        return [];
      },
    },
  ),
  mutate<typeof import('../../src/memory/keptMoments.ts')>(
    'an absent subject becomes null after a reload',
    'src/memory/keptMoments.ts',
    {
      takeMoments: (takeMoments) => (surveyId) =>
        takeMoments(surveyId).map((moment) => ({ ...moment, subject: moment.subject ?? (null as never) })),
    },
  ),
];
