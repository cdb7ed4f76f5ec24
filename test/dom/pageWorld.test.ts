import { expect, it } from 'vitest';
import { createLocalStore } from '../../src/browser/localStore.ts';
import { isDue } from '../../src/core/rules/clocks.ts';
import { createPageWorld } from '../../src/governance/pageWorld.ts';
import { createMemory } from '../../src/memory/memory.ts';
import { writeRecords } from '../../src/memory/records.ts';
import { toRecordsKey } from '../../src/memory/recordsKey.ts';
import { parseSurvey } from '../../src/schema/index.ts';

const NOW = Date.UTC(2026, 5, 1);
const HOUR_MS = 3_600_000;

it('an open page asks once per visit, also after the device’s clock was set back', () => {
  let time = NOW;
  const store = createLocalStore('scorelet:1:');
  const environment = { options: {}, state: { respondent: {}, context: {} }, now: () => time, report: () => {}, store };
  const memory = createMemory(environment as never);
  const toWorld = createPageWorld(environment as never, { memory, history: undefined, places: {} as never });
  const clocks = {
    any: false,
    relational: false,
    ignored: false,
    mine: { per: 'survey', displayed: 'visit' },
  } as const;
  const survey = parseSurvey({ id: 'a', metric: 'nps', frequency: { clocks } });
  const isOpen = () => {
    const { summaries, now, visitBegan } = toWorld();
    return isDue(survey, summaries, undefined, now, visitBegan);
  };
  time = NOW - HOUR_MS;
  expect(isOpen()).toBe(true);
  writeRecords(store, toRecordsKey({}, 'a'), [{ outcome: 'displayed', at: time }]);
  expect(isOpen()).toBe(false);
  time += 60_000;
  expect(isOpen()).toBe(false);
});
