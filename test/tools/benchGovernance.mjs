/**
 * Measures the time that the rules take on a page with twenty surveys: one decision for each survey. Each survey has targeting,
 * frequency caps and 200 display records on the device. Prints the median of many runs in Chromium without throttling, once with cached
 * records and once with records read from storage. Compare figures from the same machine only. The benchmark never fails because
 * of a time.
 */

import path from 'node:path';
import { chromium } from 'playwright-core';
import { rollup } from 'rollup';
import { ensureBrowser } from './findBrowser.mjs';
import { typescript } from './rollupTypescript.mjs';

const SURVEYS = 20;
const RECORDS = 200;
const LOOKS = Number(process.argv[2] ?? 300);

const ENTRY = `
import { toGates } from ${JSON.stringify(path.resolve('src/core/rules/gates.ts'))};
import { toBucket } from ${JSON.stringify(path.resolve('src/core/rules/sampling.ts'))};
import { createLocalStore } from ${JSON.stringify(path.resolve('src/browser/localStore.ts'))};
import { createMemory } from ${JSON.stringify(path.resolve('src/memory/memory.ts'))};
import { writeRecords } from ${JSON.stringify(path.resolve('src/memory/records.ts'))};
import { toRecordsKey } from ${JSON.stringify(path.resolve('src/memory/recordsKey.ts'))};
import { toSubjectKey } from ${JSON.stringify(path.resolve('src/core/subjectKey.ts'))};

const now = Date.now;
const facts = { respondent: { id: 'u-1', role: 'customer', traits: { plan: 'pro', seats: 12 } } };
const surveys = Array.from({ length: ${SURVEYS} }, (_, index) => ({
  id: 's' + index,
  metric: ['nps', 'csat', 'ces'][index % 3],
  group: 'g' + (index % 4),
  subject: 'ticket',
  sampling: 0.5,
  priority: index,
  targeting: {
    url: ['/shop/*', '/order/*/done', '?step=paid'],
    notUrl: ['/shop/login*'],
    traits: { plan: ['pro', 'team'], seats: { min: 5, max: 500 } },
    devices: ['desktop', 'tablet'],
    locales: ['en', 'fr', 'de'],
  },
  frequency: { clocks: { group: { per: 'group', answered: '60d' }, visit: { per: 'all', displayed: 'visit' } } },
}));
const store = createLocalStore('scorelet:1:');
store.persist(true);
for (const survey of surveys) {
  writeRecords(store, toRecordsKey(facts.respondent, survey.id), Array.from({ length: ${RECORDS} }, (_, index) => ({
    outcome: ['displayed', 'answered', 'displayed', 'dismissed'][index % 4],
    at: now() - (${RECORDS} - index) * 3_600_000,
    subject: toSubjectKey({ type: 'ticket', id: String(index >> 1) }),
    metric: survey.metric,
    scope: 'transactional',
    group: survey.group,
  })));
}
const median = (numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1];
const memory = createMemory({ store, facts, now });
const look = (from = memory) => {
  const began = performance.now();
  const summaries = from.summaries();
  let open = 0;
  for (const survey of surveys) {
    const gates = toGates(survey, { subject: { type: 'ticket', id: 'new' }, at: now() }, {
      now: now(), url: location.href, device: 'desktop', languages: navigator.languages, referrer: 'direct',
      respondent: facts.respondent, summaries, visitBegan: now() - 60_000, bucketOf: ({ id }) => toBucket(id, 'u-1'), isHistoryKnown: true,
    });
    open += gates.every((gate) => gate.open);
  }
  return { took: performance.now() - began, open };
};
// The first decision of a page: no record is cached, and the code is not optimized yet.
const first = look().took;
for (let index = 0; index < 50; index++) look();
const warm = [];
for (let index = 0; index < ${LOOKS}; index++) warm.push(look().took);
const cold = [];
for (let index = 0; index < 30; index++) cold.push(look(createMemory({ store, facts, now })).took);
window.result = { first, warm: median(warm), cold: median(cold), kept: JSON.stringify({ ...localStorage }).length };
`;

const bundle = await rollup({
  input: 'entry',
  plugins: [
    {
      name: 'entry',
      resolveId: (id) => (id === 'entry' ? '\0entry' : undefined),
      load: (id) => (id === '\0entry' ? ENTRY : undefined),
    },
    typescript(),
  ],
});
const { output } = await bundle.generate({ format: 'iife' });
await bundle.close();

const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage();
// localStorage needs an origin. Precise timers need a cross-origin isolated page.
await page.route('**', (route) =>
  route.fulfill({
    contentType: 'text/html',
    headers: { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' },
    body: '<!doctype html><title>Bench</title>',
  }),
);
await page.goto('http://localhost/shop/1');
await page.addScriptTag({ content: output[0].code });
const { first, warm, cold, kept } = await page.evaluate('result');
await browser.close();

const ms = (number) => `${number.toFixed(2)} ms`;
console.log(
  `one decision for each of ${SURVEYS} surveys with ${RECORDS} records (${Math.round(kept / 1000)} kB on the device): median ${ms(warm)} of ${LOOKS} runs`,
);
console.log(
  `with records read from storage: median ${ms(cold)} of 30 runs; the first run, before the code is optimized: ${ms(first)}`,
);
