import { describe, expect, it } from 'vitest';
import type { KeyValueStore } from '../../src/browser/localStore.ts';
import { toNormalSurvey } from '../../src/core/session/more/toNormalSurvey.ts';
import { isSurelyClosed, keepClosedUntil } from '../../src/memory/closedUntil.ts';
import { dropOldLists } from '../../src/memory/dropOldLists.ts';
import { keepVisit } from '../../src/memory/keptVisit.ts';
import { CLOSED_UNTIL, isKeptOnLogout, RECORDS, VISIT } from '../../src/memory/keys.ts';
import { createMemory } from '../../src/memory/memory.ts';
import { needsRules } from '../../src/memory/needsRules.ts';
import { readRecords, toLastOutcome, writeRecords } from '../../src/memory/records.ts';
import { toRecordsKey } from '../../src/memory/recordsKey.ts';
import { remember } from '../../src/memory/remember.ts';
import type { Respondent } from '../../src/schema/index.ts';

const NOW = Date.UTC(2026, 5, 1);
const DAY_MS = 86_400_000;
const KEY = toRecordsKey({}, 'a');

/** Creates a store with its values in a map. */
const createStore = () => {
  const values = new Map<string, string>();
  const store: KeyValueStore = {
    get: (key) => values.get(key),
    set: (key, value) => void (value ? values.set(key, value) : values.delete(key)),
    keys: (prefix) => [...values.keys()].filter((key) => key.startsWith(prefix)),
    isInTab: () => false,
    persist: () => {},
    clear: () => values.clear(),
  };
  return { store, values };
};

describe('the stored records of a survey', () => {
  it('are stored as an object with a version and named fields', () => {
    const { store, values } = createStore();
    const survey = toNormalSurvey({ id: 'a', metric: 'csat', group: 'g', touchpoint: { id: 'checkout' } });
    const environment = { store, now: () => NOW, state: { respondent: {} } };
    remember(environment, survey, 'displayed', { type: 'order', id: '1' });
    expect(JSON.parse(`${values.get(KEY)}`)).toEqual({
      v: 1,
      records: [
        {
          outcome: 'displayed',
          at: NOW,
          subject: expect.stringMatching(/^[\da-f]{1,8}$/),
          metric: 'csat',
          scope: 'transactional',
          touchpoint: 'checkout',
          group: 'g',
        },
      ],
    });
  });

  it.each([
    undefined,
    '',
    'null',
    '5',
    '[["displayed",1]]',
    '{"records":[{"outcome":"displayed","at":1}]}',
    '{"v":2,"records":[{"outcome":"displayed","at":1}]}',
    '{"v":1,"records":{}}',
    '{"v":1,"records":[null,{"outcome":"viewed","at":1}]}',
  ])('are an empty list when the stored value is %j', (text) => {
    const { store } = createStore();
    store.set(KEY, text);
    expect(readRecords(store, KEY)).toEqual([]);
    expect(toLastOutcome(text)).toBeUndefined();
  });

  it('give the newest outcome without being parsed into records', () => {
    const { store, values } = createStore();
    writeRecords(store, KEY, [
      { outcome: 'answered', at: 1 },
      { outcome: 'displayed', at: 2 },
    ]);
    expect(toLastOutcome(values.get(KEY))).toBe('displayed');
  });

  it('are limited to the newest 600 of each survey, and to 90 lists, which leaves room for ten more', () => {
    const { store } = createStore();
    const many = Array.from({ length: 700 }, (_, index) => ({ outcome: 'displayed' as const, at: index + 1 }));
    writeRecords(store, KEY, many);
    expect(readRecords(store, KEY)).toEqual(many.slice(100));
    for (let id = 1; id <= 120; id++) writeRecords(store, toRecordsKey({ id: `${id}` }, 'a'), [many[id] as never]);
    dropOldLists(store, NOW);
    const keys = store.keys(RECORDS);
    expect(keys).toHaveLength(90);
    expect(keys).toContain(toRecordsKey({ id: '120' }, 'a'));
    expect(keys).not.toContain(toRecordsKey({ id: '1' }, 'a'));
  });

  it('stay together when the respondent is identified after the display', () => {
    const { store } = createStore();
    const survey = toNormalSurvey({ id: 'a', metric: 'nps' });
    const state: { respondent: Respondent } = { respondent: {} };
    remember({ store, now: () => NOW, state }, survey, 'displayed', undefined);
    state.respondent = { id: 'u1' };
    remember({ store, now: () => NOW + 1, state }, survey, 'answered', undefined);
    const outcomes = readRecords(store, toRecordsKey({ id: 'u1' }, 'a')).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['displayed', 'answered']);
    expect(store.keys(RECORDS)).toHaveLength(1);
  });

  it('are kept after a logout when they belong to an identified respondent', () => {
    expect(isKeptOnLogout(toRecordsKey({ id: 'u1' }, 'a'))).toBe(true);
    expect(isKeptOnLogout(toRecordsKey({}, 'a'))).toBe(false);
    expect(isKeptOnLogout(VISIT)).toBe(false);
  });

  it('require the rules chunk, and so does a role of the respondent', () => {
    const { store } = createStore();
    expect(needsRules(store, {})).toBe(false);
    expect(needsRules(store, { role: 'agent' })).toBe(true);
    writeRecords(store, KEY, [{ outcome: 'displayed', at: 1 }]);
    expect(needsRules(store, {})).toBe(true);
  });
});

describe('the stored hint that a survey is closed', () => {
  it.each([
    ['answered', true],
    ['completed', true],
    ['dismissed', true],
    ['displayed', false],
    ['snoozed', false],
    ['never', true],
  ] as const)('is kept after "%s" of an anonymous respondent: %s', (outcome, isKept) => {
    const { store } = createStore();
    const survey = toNormalSurvey({ id: 'a', metric: 'nps' });
    remember({ store, now: () => NOW, state: { respondent: { id: 'u1' } } }, survey, outcome, undefined);
    expect(isSurelyClosed(store, 'a', NOW)).toBe(false);
    remember({ store, now: () => NOW, state: { respondent: {} } }, survey, outcome, undefined);
    expect(isSurelyClosed(store, 'a', NOW)).toBe(isKept);
    expect(isSurelyClosed(store, 'a', NOW + 2.5e9 - 1)).toBe(isKept);
    expect(isSurelyClosed(store, 'a', NOW + 2.5e9)).toBe(false);
  });

  it('ends at its stored time, and lasts no longer than 29 days', () => {
    const { store } = createStore();
    keepClosedUntil(store, 'a', NOW + DAY_MS, NOW);
    expect(isSurelyClosed(store, 'a', NOW + DAY_MS - 1)).toBe(true);
    expect(isSurelyClosed(store, 'a', NOW + DAY_MS)).toBe(false);
    keepClosedUntil(store, 'a', Number.POSITIVE_INFINITY, NOW);
    expect(isSurelyClosed(store, 'a', NOW + 2.5e9 - 1)).toBe(true);
    expect(isSurelyClosed(store, 'a', NOW + 2.5e9)).toBe(false);
    store.set(`${CLOSED_UNTIL}a`, `${NOW + DAY_MS}`);
    expect(isSurelyClosed(store, 'a', NOW)).toBe(false);
  });
});

describe('after the device’s clock was set back', () => {
  const openTab = (store: KeyValueStore) => {
    const tab = { now: NOW };
    return { tab, memory: createMemory({ store, state: { respondent: {} }, now: () => tab.now }) };
  };

  it.each([1, 30, 365])('by %i days, a hint closes a survey for 29 days at most', (days) => {
    const { store } = createStore();
    const survey = toNormalSurvey({ id: 'a', metric: 'nps' });
    remember({ store, now: () => NOW, state: { respondent: {} } }, survey, 'answered', undefined);
    const now = NOW - days * DAY_MS;
    expect(isSurelyClosed(store, 'a', now)).toBe(false);
    keepClosedUntil(store, 'a', NOW + 700 * DAY_MS, now);
    expect(isSurelyClosed(store, 'a', now)).toBe(true);
    expect(isSurelyClosed(store, 'a', now + 29 * DAY_MS)).toBe(false);
  });

  it('the frequency caps of an open tab follow the clock, and "Don’t ask again" stays', () => {
    const { store } = createStore();
    writeRecords(store, KEY, [
      { outcome: 'answered', at: NOW - 1 },
      { outcome: 'never', at: NOW },
    ]);
    const { tab, memory } = openTab(store);
    for (const now of [NOW, NOW - 1000 * DAY_MS, NOW + 9000 * DAY_MS, NOW - 9000 * DAY_MS]) {
      tab.now = now;
      const [summary] = memory.summaries();
      expect(summary?.never).toBe(true);
      expect(summary?.marks.answered?.at).toBeLessThanOrEqual(now);
    }
  });

  it('the lists of the time before are dropped first, but not those of the respondent', () => {
    const { store } = createStore();
    for (let id = 1; id <= 95; id++)
      writeRecords(store, toRecordsKey({ id: `${id}` }, 'a'), [
        { outcome: 'displayed', at: NOW + (id < 50 ? 1 : -id) },
      ]);
    writeRecords(store, KEY, [{ outcome: 'never', at: NOW + 1 }]);
    expect(openTab(store).memory.summaries()).toMatchObject([{ never: true }]);
    const keys = store.keys(RECORDS);
    expect(keys).toHaveLength(90);
    expect(keys).toContain(KEY);
    expect(keys).toContain(toRecordsKey({ id: '95' }, 'a'));
    expect(keys).not.toContain(toRecordsKey({ id: '1' }, 'a'));
  });

  it('by less than half an hour, the visit goes on, with everything that happened in it', () => {
    const { store } = createStore();
    keepVisit(store, NOW, 'search');
    keepVisit(store, NOW + 600_000, 'internal');
    const visit = { began: NOW, seen: NOW + 599_000, referrer: 'search' };
    expect(keepVisit(store, NOW + 599_000, 'internal')).toMatchObject(visit);
    expect(keepVisit(store, NOW - 600_000, 'internal')).toMatchObject({ began: NOW - 600_000, referrer: 'search' });
  });

  it('by more, a new visit begins, once, and ends like any other', () => {
    const { store } = createStore();
    keepVisit(store, NOW, 'search');
    const now = NOW - DAY_MS;
    expect(keepVisit(store, now, 'direct')).toMatchObject({ began: now, seen: now, referrer: 'direct' });
    expect(keepVisit(store, now + 1000, 'internal')).toMatchObject({ began: now, referrer: 'direct' });
    expect(keepVisit(store, now + 3_600_000, 'internal')).toMatchObject({ began: now + 3_600_000 });
  });
});

describe('the visit', () => {
  it('lasts until half an hour without a page view, and keeps the referrer of its first page', () => {
    const { store } = createStore();
    keepVisit(store, NOW, 'search');
    expect(keepVisit(store, NOW + 1_799_999, 'internal')).toMatchObject({ began: NOW, referrer: 'search' });
    expect(keepVisit(store, NOW + 3_600_000, 'internal')).toMatchObject({
      began: NOW + 3_600_000,
      referrer: 'internal',
    });
  });

  it.each(['null', '{"v":1,"began":"x"}', `{"began":${NOW},"seen":${NOW},"referrer":"search"}`])(
    'starts again when the stored value is %j',
    (text) => {
      const { store } = createStore();
      store.set(VISIT, text);
      expect(keepVisit(store, NOW + 1, 'direct')).toEqual({ began: NOW + 1, seen: NOW + 1, referrer: 'direct' });
    },
  );

  it('begins once more when the clock was set back by an hour, and then goes on', () => {
    const { store } = createStore();
    const back = NOW - 3_600_000;
    keepVisit(store, NOW, 'search');
    const visit = { began: back, referrer: 'internal' };
    expect(keepVisit(store, back, 'internal')).toMatchObject({ ...visit, seen: back });
    expect(keepVisit(store, back + 60_000, 'internal')).toMatchObject({ ...visit, seen: back + 60_000 });
    // The clock is right again.
    expect(keepVisit(store, NOW + 120_000, 'direct')).toMatchObject({ began: NOW + 120_000, referrer: 'direct' });
  });

  it('goes on when the clock was set back to a time within the visit', () => {
    const { store } = createStore();
    keepVisit(store, NOW, 'search');
    keepVisit(store, NOW + 600_000, 'internal');
    expect(keepVisit(store, NOW + 300_000, 'internal')).toMatchObject({ began: NOW });
    expect(keepVisit(store, NOW + 700_000, 'internal')).toMatchObject({ began: NOW });
  });
});
