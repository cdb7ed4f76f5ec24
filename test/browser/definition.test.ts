import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { openPage, type PageOptions, tag } from '../helpers/page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const open = async (options: PageOptions) => {
  const opened = await openPage(browser, options);
  onTestFinished(opened.close);
  return { ...opened, prompt: opened.page.locator('scorelet-prompt') };
};

const config = (surveys: unknown, more: object = {}) =>
  `<script type="application/json" data-scorelet>${JSON.stringify({ collector: 'COLLECTOR/collect', mode: 'live', surveys, ...more })}</script>`;
const bare = '<script async src="COLLECTOR/scorelet.js"></script>';

describe('an invalid survey definition', () => {
  const wrong: [string, unknown, string][] = [
    [
      'an unknown metric',
      { id: 'a', metric: 'npss' },
      'surveys[0].metric: expected "nps" or "csat" or "ces", received "npss". Did you mean "nps"?',
    ],
    ['NPS on 1 to 10', { id: 'a', metric: 'nps', min: 1, max: 10 }, 'surveys[0].min: expected 0, received 1.'],
    ['a missing id', { metric: 'nps' }, 'surveys[0].id: expected a string, received nothing.'],
    [
      'a misspelled key',
      { id: 'a', metric: 'nps', thnks: 'x' },
      'surveys[0].thnks: expected a known key, received "thnks". Did you mean "thanks"?',
    ],
    [
      'labels that do not fit the scale',
      {
        id: 'a',
        questions: [{ type: 'rating', title: 'T', min: 1, max: 3, polarity: 'higher_is_better', labels: ['a', 'b'] }],
      },
      'surveys[0].questions[0].labels: expected 3 labels, one for each point, received ["a","b"].',
    ],
  ];
  it.each(wrong)(
    'the console reports %s with the path, the expected and the received value; no prompt is shown and the page keeps running',
    async (_, survey, sentence) => {
      const { page, lines, prompt, collector } = await open({
        body: `<h1>Shop</h1>${config([survey])}${bare}<script>addEventListener('load', () => { document.title = 'went on'; });</script>`,
      });
      await expect.poll(() => lines.join('\n')).toContain(sentence);
      expect(lines.filter((line) => line.startsWith('[scorelet]'))).toHaveLength(1);
      await page.waitForTimeout(1300);
      expect(await prompt.count()).toBe(0);
      expect(await page.title()).toBe('went on');
      expect(collector.bodies).toEqual([]);
    },
  );

  it('an invalid survey is turned off, and a valid survey on the same page is shown', async () => {
    const { lines, prompt } = await open({
      body:
        config([
          { id: 'bad', metric: 'npss' },
          { id: 'good', metric: 'csat' },
        ]) + bare,
    });
    await prompt.getByRole('radio').first().waitFor();
    expect(await prompt.getByRole('radio').count()).toBe(5);
    expect(lines.join()).toContain('surveys[0].metric');
  });

  it('the single file fetches the explanation of an invalid definition from beside itself', async () => {
    const { lines } = await open({
      body: config([{ id: 'a', metric: 'nps', thnks: 'x' }]) + bare.replace('scorelet.js', 'scorelet.single.js'),
    });
    await expect
      .poll(() => lines.join('\n'))
      .toContain('surveys[0].thnks: expected a known key, received "thnks". Did you mean "thanks"?');
  });

  it('the single file explains an invalid definition in fewer words when the page forbids other files', async () => {
    const { lines, collector } = await open({
      headers: { 'Content-Security-Policy': 'script-src COLLECTOR/scorelet.single.js' },
      body: config([{ id: 'a', metric: 'npss' }]) + bare.replace('scorelet.js', 'scorelet.single.js'),
    });
    await expect
      .poll(() => lines.join('\n'))
      .toContain('surveys[0].metric: expected nps or csat or ces, received "npss".');
    expect(collector.fetched).toEqual(['/scorelet.single.js']);
  });
});

describe('a valid survey definition', () => {
  it('a page fetches only the first file while no prompt is due', async () => {
    const { page, collector, lines } = await open({
      body:
        config([{ id: 'later', metric: 'nps', trigger: { event: 'order.confirmed' } }], { preload: 'trigger' }) + bare,
    });
    await page.waitForTimeout(1500);
    expect(collector.fetched).toEqual(['/scorelet.js']);
    expect(lines).toEqual([]);
  });

  it('a survey from a JSON tag waits for its event, and commands from the queue and from command tags run in order', async () => {
    const { page, prompt, collector } = await open({
      head: `<script>(window.scorelet ||= []).push(['identify', { id: 'u-1' }], ['setContext', { channel: 'web' }]);</script>`,
      body: `${config([{ id: 'post-purchase', metric: 'nps', subject: 'order', trigger: { event: 'order.confirmed' }, frequency: { clocks: { touchpoint: false } } }])}${bare}
        <script type="application/json" data-scorelet-command>["track", "order.confirmed", { "subject": { "type": "order", "id": "1001" } }]</script>`,
    });
    await prompt.getByRole('radio', { name: '8' }).click();
    await expect
      .poll(() => collector.received.find(({ event }) => event.type.includes('answered'))?.event.data)
      .toMatchObject({
        subject: { type: 'order', id: '1001' },
        respondent: { id: 'u-1' },
        context: { channel: 'web' },
        survey: { id: 'post-purchase', version: 1 },
      });
    // The survey asks about each order once: not again about order 1001, but about order 1002.
    await prompt.getByRole('button', { name: 'Close' }).click();
    await page.evaluate("scorelet.push(['track', 'order.confirmed', { subject: { type: 'order', id: '1001' } }])");
    await page.waitForTimeout(400);
    expect(await prompt.count()).toBe(0);
    await page.evaluate("scorelet.track('order.confirmed', { subject: { type: 'order', id: '1002' } })");
    await prompt.getByRole('radio').first().waitFor();
  });

  it('survey definitions are loaded from the URL in data-config', async () => {
    const { prompt } = await open({
      files: {
        '/surveys.json': {
          html: JSON.stringify({ surveys: [{ id: 'help', metric: 'ces', variant: 'ease5', brand: 'Acme' }] }),
        },
      },
      body: tag('data-config="/surveys.json"'),
    });
    await prompt.getByText('How easy was it to deal with Acme today?').waitFor();
    expect(await prompt.getByRole('radio').count()).toBe(5);
  });

  it('a definition file that cannot be fetched is reported on the console, and no prompt is shown', async () => {
    const { page, prompt, lines } = await open({ body: tag('data-config="/nowhere.json"') });
    await expect.poll(() => lines.filter((line) => line.startsWith('[scorelet]')).join()).toContain('/nowhere.json');
    await page.waitForTimeout(1200);
    expect(await prompt.count()).toBe(0);
  });

  it('a survey takes its texts, its thanks and its privacy link from data attributes', async () => {
    const { prompt } = await open({
      body: tag(
        `data-metric="csat" data-survey="visit" data-title="How was your visit?" data-low="Bad" data-high="Good" data-thanks="Cheers!"
         data-privacy-url="https://acme.example/privacy" data-follow-up="Tell us more" data-trigger="100ms" data-placement="top-start"`,
      ),
    });
    await prompt.getByText('How was your visit?').waitFor();
    await prompt.getByRole('radio', { name: '5 – Good' }).click();
    await prompt.getByText('Tell us more').waitFor();
    expect(await prompt.getByRole('link', { name: 'Privacy' }).getAttribute('href')).toBe(
      'https://acme.example/privacy',
    );
    await prompt.getByRole('button', { name: 'Submit' }).click();
    await prompt.getByText('Cheers!').waitFor();
  });

  it('the prompt and its events are in French on a page with lang="fr-CA"', async () => {
    const { prompt, collector } = await open({ lang: 'fr-CA', body: tag() });
    await prompt.getByText('Quelle est la probabilité que vous recommandiez').waitFor();
    await prompt.getByRole('radio', { name: '9' }).click();
    await expect
      .poll(() => collector.received.find(({ event }) => event.type.includes('answered'))?.event.data)
      .toMatchObject({
        locale: 'fr',
        answer: { question: { locale: 'fr' }, scale: { low: 'Pas du tout probable' } },
      });
  });
});

describe('consent', () => {
  it('pending consent stores nothing and keeps answers in memory until consent is granted', async () => {
    const { page, prompt, collector } = await open({ body: tag('data-metric="nps" data-consent="pending"') });
    await prompt.getByRole('radio', { name: '6' }).click();
    await prompt.getByRole('button', { name: 'Submit' }).click();
    await page.waitForTimeout(1300);
    expect(collector.bodies).toEqual([]);
    expect(await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)])).toEqual([]);
    expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
    await page.evaluate("scorelet.consent('granted')");
    await expect.poll(() => collector.received.some(({ event }) => event.type.includes('completed'))).toBe(true);
    // Events are deleted when their receipt arrives.
    await expect
      .poll(() => page.evaluate(() => Object.keys(localStorage).sort()))
      .toEqual(['scorelet:1:f::nps', 'scorelet:1:n:nps']);
  });

  it('denied consent stores nothing, and sends the answers without the respondent’s id and traits', async () => {
    const { page, prompt, collector } = await open({
      head: `<script>(window.scorelet ||= []).push(['identify', { id: 'u-1', traits: { plan: 'pro' } }]);</script>`,
      body: tag('data-metric="nps" data-consent="denied"'),
    });
    await prompt.getByRole('radio', { name: '6' }).click();
    await expect.poll(() => collector.received.length).toBeGreaterThan(0);
    for (const { event } of collector.received) {
      expect(event.data.respondent).toBeUndefined();
      expect(event.data.traits).toBeUndefined();
    }
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  });
});
