import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { openPage, tag } from '../helpers/page.ts';
import { chunksOf, jsonTag } from '../helpers/surveyPage.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** What a page fetches until its first answer, beside the first file. */
const fetchedBy = async (body: string, contrast: 'more' | 'no-preference' = 'no-preference') => {
  const { page, collector, close } = await openPage(browser, { body, context: { contrast } });
  onTestFinished(close);
  const prompt = page.locator('scorelet-prompt');
  await prompt.locator('.option:visible, .flap:visible').first().waitFor();
  await page.waitForTimeout(400);
  const [first, ...rest] = collector.fetched;
  expect(first).toBe('/scorelet.js');
  expect(rest.length).toBe(new Set(rest).size);
  return chunksOf(collector)
    .filter((name) => name !== '/scorelet.js')
    .map((name) => name.slice(10, -3));
};
const nps = (more: object, settings?: Record<string, unknown>) =>
  jsonTag([{ id: 'a', metric: 'nps', ...more }], settings);

describe('a page fetches what its surveys need and nothing else', () => {
  it.each<[string, string, string[]]>([
    ['NPS in a corner', tag('data-metric="nps" data-brand="Acme"'), ['prompt']],
    ['NPS at a corner that is named, as JSON', nps({ placement: 'top-start' }), ['prompt', 'sound']],
    ['NPS in French', tag('data-metric="nps" data-locale="fr"'), ['fr', 'prompt']],
    ['CSAT', tag('data-metric="csat"'), ['en', 'full']],
    ['CSAT in French', tag('data-metric="csat" data-locale="fr"'), ['fr', 'full']],
    ['a palette', tag('data-metric="nps" data-theme="tide"'), ['palettes', 'prompt', 'sound']],
    ['a brand', nps({}, { theme: { accent: '#0b6477' } }), ['palettes', 'prompt', 'sound']],
    ['a modal', nps({ presentation: 'modal' }), ['en', 'full', 'sound']],
    ['a tab', nps({ presentation: 'tab' }), ['en', 'full', 'sound']],
    ['an anchor', nps({ presentation: 'anchored', target: 'body' }), ['anchored', 'en', 'full', 'sound']],
    ['an ending', nps({ endings: [{ thanks: 'Bye' }] }), ['en', 'full', 'sound']],
    ['stars', tag('data-metric="csat" data-style="star"'), ['en', 'full', 'sound']],
  ])('%s', async (_, body, wanted) => {
    expect(await fetchedBy(body)).toEqual(wanted);
  });

  it('the colours for more contrast come where the system asks for it', async () => {
    expect(await fetchedBy(tag('data-metric="nps"'), 'more')).toEqual(['palettes', 'prompt']);
  });
});
