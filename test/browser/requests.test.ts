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

const questions = (...more: object[]) => jsonTag([{ id: 'a', questions: [{ type: 'nps' }, ...more] }]);
const choice = {
  type: 'choice',
  title: 'Why?',
  options: [
    { id: 'price', label: 'The price' },
    { id: 'other', label: 'Something else' },
  ],
};

describe('a page fetches what its surveys need and nothing else', () => {
  it.each<[string, string, string[]]>([
    ['NPS in a corner', tag('data-metric="nps" data-brand="Acme"'), ['prompt']],
    ['CSAT in a corner', tag('data-metric="csat" data-brand="Acme"'), ['prompt']],
    ['CES in a corner', tag('data-metric="ces" data-brand="Acme"'), ['prompt']],
    [
      'all three metrics, as JSON',
      jsonTag(['nps', 'csat', 'ces'].map((metric) => ({ id: metric, metric }))),
      ['prompt'],
    ],
    [
      'what a shop has on it: a privacy link, a key, its own title, thanks and comment',
      nps(
        {
          title: 'How was {brand}?',
          thanks: 'Thank you',
          followUp: { title: 'Why?', required: true },
          privacyUrl: '/privacy',
        },
        { key: 'k-1', brand: 'Acme' },
      ),
      ['prompt'],
    ],
    ['NPS in the page', nps({ presentation: 'inline', target: 'body' }), ['prompt']],
    ['NPS in another corner', nps({ placement: 'top-start' }), ['prompt']],
    ['NPS at an edge', nps({ placement: 'bottom' }), ['check', 'extras', 'prompt']],
    ['a 5-point CES', jsonTag([{ id: 'a', metric: 'ces', variant: 'ease5' }]), ['prompt']],
    ['the long form', questions(), ['check', 'extras', 'prompt']],
    ['NPS in French', tag('data-metric="nps" data-locale="fr"'), ['fr', 'prompt']],
    ['CSAT in French', tag('data-metric="csat" data-locale="fr"'), ['fr', 'prompt']],
    ['a palette', tag('data-metric="nps" data-theme="tide"'), ['check', 'palettes', 'prompt']],
    ['a brand', nps({}, { theme: { accent: '#0b6477' } }), ['check', 'palettes', 'prompt']],
    ['a modal', nps({ presentation: 'modal' }), ['check', 'extras', 'prompt']],
    ['a tab', nps({ presentation: 'tab' }), ['check', 'extras', 'prompt']],
    ['an anchor', nps({ presentation: 'anchored', target: 'body' }), ['anchored', 'check', 'extras', 'prompt']],
    ['an ending', nps({ endings: [{ thanks: 'Bye' }] }), ['check', 'extras', 'prompt']],
    ['stars', tag('data-metric="csat" data-style="star"'), ['check', 'extras', 'prompt']],
    ['a choice', questions(choice), ['check', 'extras', 'prompt']],
    ['an address', questions({ type: 'email', title: 'Where do we reach you?' }), ['check', 'extras', 'prompt']],
    ['a second score', questions({ type: 'csat' }), ['check', 'extras', 'prompt']],
    ['words about the subject', nps({ title: 'How was order {subject.id}?', trigger: 'load' }), ['extras', 'prompt']],
    ['a rule', nps({ targeting: { url: ['/'] } }), ['governance', 'prompt']],
    ['a trigger of its own', nps({ trigger: { delay: '10ms' } }), ['governance', 'prompt']],
  ])('%s', async (_, body, wanted) => {
    expect(await fetchedBy(body)).toEqual(wanted);
  });

  /** Names of fields, locales and question types, where a definition only speaks of them. */
  it.each(['Turkey', 'endings', 'choice and email', 'targeting, sampling & priority', 'tr', '"style":"star"'])(
    'a brand with the name %s needs nothing more',
    async (brand) => {
      const said = { title: `How was ${brand}?`, thanks: brand, privacyUrl: `/${encodeURIComponent(brand)}` };
      expect(await fetchedBy(nps(said, { brand }))).toEqual(['prompt']);
    },
  );

  it('the colours for more contrast come where the system asks for it', async () => {
    expect(await fetchedBy(tag('data-metric="nps"'), 'more')).toEqual(['palettes', 'prompt']);
  });

  it('no chunk waits for another: each is asked for before the first has come', async () => {
    const { page, close } = await openPage(browser, {
      body: nps({ presentation: 'modal', trigger: 'manual' }, { theme: 'tide', locale: 'fr' }),
    });
    onTestFinished(close);
    await page.waitForFunction('window.scorelet && !Array.isArray(scorelet)');
    const asked: string[] = [];
    let release = () => {};
    const all = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/scorelet-\w+-[\da-f]{8}\.js$/, async (route) => {
      if (asked.push(`${/scorelet-(\w+)/.exec(route.request().url())?.[1]}`) === 5) release();
      await all;
      await route.continue();
    });
    expect(await page.evaluate("scorelet.show('a')")).toEqual({ shown: true, reasons: [] });
    expect(asked.sort()).toEqual(['check', 'extras', 'fr', 'palettes', 'prompt']);
  });
});
