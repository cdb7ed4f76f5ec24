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

/** Returns the chunks that a page fetches until its prompt is visible, without the first file. */
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

describe('the chunks that a page fetches', () => {
  it.each<[string, string, string[]]>([
    ['NPS in a corner', tag('data-metric="nps" data-brand="Acme"'), ['prompt']],
    ['CSAT in a corner', tag('data-metric="csat" data-brand="Acme"'), ['prompt']],
    ['CES in a corner', tag('data-metric="ces" data-brand="Acme"'), ['prompt']],
    [
      'all three metrics in one JSON tag',
      jsonTag(['nps', 'csat', 'ces'].map((metric) => ({ id: metric, metric }))),
      ['prompt'],
    ],
    [
      'a privacy link, a key, and its own title, thanks and comment',
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
    ['an inline NPS', nps({ presentation: 'inline', target: 'body' }), ['prompt']],
    ['NPS in another corner', nps({ placement: 'top-start' }), ['prompt']],
    ['NPS at an edge', nps({ placement: 'bottom' }), ['check', 'extras', 'prompt']],
    ['a 5-point CES', jsonTag([{ id: 'a', metric: 'ces', variant: 'ease5' }]), ['prompt']],
    ['a survey in the long form', questions(), ['check', 'extras', 'prompt']],
    ['NPS in French', tag('data-metric="nps" data-locale="fr"'), ['fr', 'prompt']],
    ['CSAT in French', tag('data-metric="csat" data-locale="fr"'), ['fr', 'prompt']],
    ['a named palette', tag('data-metric="nps" data-theme="tide"'), ['check', 'palettes', 'prompt']],
    ['an accent colour', nps({}, { theme: { accent: '#0b6477' } }), ['check', 'palettes', 'prompt']],
    ['a modal', nps({ presentation: 'modal' }), ['check', 'extras', 'prompt']],
    ['a tab', nps({ presentation: 'tab' }), ['check', 'extras', 'prompt']],
    [
      'an anchored prompt',
      nps({ presentation: 'anchored', target: 'body' }),
      ['anchored', 'check', 'extras', 'prompt'],
    ],
    ['an ending', nps({ endings: [{ thanks: 'Bye' }] }), ['check', 'extras', 'prompt']],
    ['stars', tag('data-metric="csat" data-style="star"'), ['check', 'extras', 'prompt']],
    ['a choice question', questions(choice), ['check', 'extras', 'prompt']],
    [
      'an e-mail question',
      questions({ type: 'email', title: 'Where do we reach you?' }),
      ['check', 'extras', 'prompt'],
    ],
    ['a second score question', questions({ type: 'csat' }), ['check', 'extras', 'prompt']],
    [
      'a placeholder for the subject',
      nps({ title: 'How was order {subject.id}?', trigger: 'load' }),
      ['extras', 'prompt'],
    ],
    ['a targeting rule', nps({ targeting: { url: ['/'] } }), ['governance', 'prompt']],
    ['a delay trigger', nps({ trigger: { delay: '10ms' } }), ['governance', 'prompt']],
  ])('a page with %s fetches only the chunks that it needs', async (_, body, wanted) => {
    expect(await fetchedBy(body)).toEqual(wanted);
  });

  /** Brand names that look like a field name, a locale or a question type. They must not cause a request. */
  it.each(['Turkey', 'endings', 'choice and email', 'targeting, sampling & priority', 'tr', '"style":"star"'])(
    'a page with the brand name %s fetches no additional chunk',
    async (brand) => {
      const said = { title: `How was ${brand}?`, thanks: brand, privacyUrl: `/${encodeURIComponent(brand)}` };
      expect(await fetchedBy(nps(said, { brand }))).toEqual(['prompt']);
    },
  );

  it('the palettes chunk is fetched when the system asks for more contrast', async () => {
    expect(await fetchedBy(tag('data-metric="nps"'), 'more')).toEqual(['palettes', 'prompt']);
  });

  it('all chunks are requested in parallel: no chunk waits for another', async () => {
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
