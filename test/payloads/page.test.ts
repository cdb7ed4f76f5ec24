import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { complete } from './complete.ts';
import { PAYLOADS } from './corpus/payloads.ts';
import { documentSchema, historySchema, type SLOTS } from './document.ts';
import { fits } from './fits.ts';
import { SHOWN } from './groups.ts';
import type { JsonObject } from './jsonSchema.ts';
import { isKnown } from './known.ts';
import { mend } from './mend.ts';
import { type PayloadSite, startPayloadSite } from './site.ts';
import { toSlots } from './slots.ts';

let browser: Browser;
let site: PayloadSite;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  site = await startPayloadSite(browser);
  // Strings of Playwright lose incomplete surrogate pairs, so the page fetches the payloads.
  site.put('/payloads', PAYLOADS);
  page = await site.open();
  await page.evaluate(`fetch('/payloads').then((response) => response.json()).then((list) => { window.list = list; })`);
});
afterAll(async () => {
  await site.close();
  await browser.close();
});

const run = (call: string) => page.evaluate<string[]>(`payloads.${call}`);

describe(`${PAYLOADS.length} payloads on a page`, () => {
  it.each([
    ['as typed answers arrive unchanged, and are text where the survey quotes them', 'typed(window.list)'],
    ['as stored values, keys and parts of values run nothing, and the survey is shown', 'stored(window.list)'],
    ['as receipts of a collector run nothing, and a code reaches the page unchanged', 'replied(window.list)'],
    ['as addresses, messages, commands and names run nothing and show nothing', 'addressed(window.list)'],
  ])('%s', async (_, call) => {
    expect((await run(call)).slice(0, 20)).toEqual([]);
    expect(site.foreign).toEqual([]);
  });

  it('as facts of a history run nothing', async () => {
    const slots = toSlots(historySchema, 'history');
    const histories = slots.map((slot) => JSON.stringify(complete(historySchema, slot.place('PAYLOAD'))));
    site.put('/histories', histories);
    await page.evaluate(
      `fetch('/histories').then((response) => response.json()).then((list) => { window.histories = list; })`,
    );
    expect(histories.length).toBeGreaterThan(4);
    expect((await run('remembered(window.list, window.histories)')).slice(0, 20)).toEqual([]);
    expect(site.foreign).toEqual([]);
  });
});

/** Mistakes in these fields do not keep a survey from being shown. */
const COSMETIC = [
  'locale',
  'theme',
  'accent',
  'colorScheme',
  'presentation',
  'placement',
  'offset',
  'style',
  'icons',
  'closeAfter',
];
const isCosmetic = (name: string) => name.split(/[.[{]/).some((part) => COSMETIC.includes(part));

describe('payloads that the schema refuses', () => {
  const SURVEYS = [{ id: 'a', metric: 'nps' }];
  const documentOf = (slot: (typeof SLOTS)[number], payload: string) =>
    complete(documentSchema, mend(slot.place(payload) as JsonObject, SURVEYS));

  it('turn the survey or the settings off with a report, and nothing reaches the page', async () => {
    // One payload of three in each slot: the check of the page has seen all of them in schema.test.ts.
    const documents = SHOWN.filter(({ name }) => !isCosmetic(name)).flatMap((slot, at) =>
      PAYLOADS.filter((payload) => !fits(slot.schema, payload) && !isKnown(payload))
        .filter((_, turn) => (turn + at) % 40 === 0)
        .map((payload) => documentOf(slot, payload)),
    );
    site.put('/refused', documents);
    expect(documents.length).toBeGreaterThan(300);
    expect((await run(`refused('/refused')`)).slice(0, 20)).toEqual([]);
    expect(site.foreign).toEqual([]);
  });
});
