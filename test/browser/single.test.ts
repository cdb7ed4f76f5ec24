import { readFileSync } from 'node:fs';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { openPage, type PageOptions } from '../helpers/page.ts';
import { chunksOf, eventsOf, still } from '../helpers/surveyPage.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

type Definition = Record<string, unknown>;
interface SingleOptions extends Omit<PageOptions, 'body'> {
  settings?: Definition;
  attributes?: string;
}

/** Opens a page with the single file, and its surveys as JSON. */
const open = async (surveys: readonly Definition[], options: SingleOptions = {}) => {
  const { settings, attributes = '', ...page } = options;
  const opened = await openPage(browser, {
    context: still(1000, 900),
    ...page,
    body: `<script type="application/json" data-scorelet>${JSON.stringify({ ...settings, surveys })}</script>
      <script async src="COLLECTOR/scorelet.single.js" data-collector="COLLECTOR/collect" data-mode="live" ${attributes}></script>`,
  });
  onTestFinished(opened.close);
  const { page: tab, lines } = opened;
  await tab.waitForFunction('window.scorelet && !Array.isArray(scorelet)');
  return {
    ...opened,
    prompt: tab.locator('scorelet-prompt'),
    show: (id: string) => tab.evaluate(`scorelet.show('${id}')`),
    /** Returns the console lines that scorelet wrote. */
    said: () => lines.filter((line) => line.startsWith('[scorelet]')),
  };
};

const SHOWN = { shown: true, reasons: [] };
const ALONE = ['/scorelet.single.js'];
const OPTIONS = [
  { id: 'price', label: 'The price' },
  { id: 'delivery', label: 'The delivery' },
];

describe('prompts of the single file', () => {
  it('the single file shows every kind of question over several steps, and sends each answer', async () => {
    const { prompt, collector, show, said } = await open([
      {
        id: 'a',
        trigger: 'manual',
        questions: [
          { type: 'nps' },
          {
            type: 'choice',
            id: 'reasons',
            title: 'What was in the way?',
            multiple: true,
            other: true,
            options: OPTIONS,
          },
          { type: 'choice', id: 'best', title: 'What was best?', options: OPTIONS },
          { type: 'email', id: 'email' },
          { type: 'consent', id: 'consent', title: 'You may write to me' },
          { type: 'text', id: 'comment' },
          { type: 'csat', style: 'star' },
          { type: 'ces' },
        ],
        endings: [{ segments: ['detractor'], thanks: 'We will write to you.' }],
      },
    ]);
    expect(await show('a')).toEqual(SHOWN);
    await prompt.getByRole('radio', { name: '3', exact: true }).click();
    await prompt.getByRole('checkbox', { name: 'The price' }).click();
    await prompt.getByRole('radio', { name: 'The delivery' }).click();
    await prompt.locator('input[type="email"]').fill('ann@example.com');
    await prompt.getByRole('checkbox', { name: 'You may write to me' }).click();
    await prompt.locator('textarea').fill('Too slow');
    await prompt.getByRole('button', { name: 'Next' }).click();
    await prompt.getByRole('radio', { name: /^4 out of 5/ }).click();
    await prompt.getByRole('button', { name: 'Next' }).click();
    await prompt.getByRole('radio', { name: /^6/ }).click();
    await prompt.getByRole('button', { name: 'Submit' }).click();
    await prompt.getByText('We will write to you.').waitFor();
    await expect.poll(() => eventsOf(collector, 'completed').length).toBe(1);
    const [completed] = eventsOf(collector, 'completed');
    expect(completed?.answers.map(({ question, kind }) => [question.id, kind])).toEqual([
      ['nps', 'score'],
      ['reasons', 'choice'],
      ['best', 'choice'],
      ['email', 'email'],
      ['consent', 'consent'],
      ['comment', 'text'],
      ['csat', 'score'],
      ['ces', 'score'],
    ]);
    expect(collector.fetched).toEqual(ALONE);
    expect(said()).toEqual([]);
  });

  it.each<[string, Definition, (prompt: Locator) => Locator]>([
    [
      'stars in a modal',
      { metric: 'csat', style: 'star', presentation: 'modal' },
      (prompt) => prompt.locator('dialog:modal'),
    ],
    [
      'faces in a banner',
      { metric: 'csat', style: 'emoji', presentation: 'banner' },
      (prompt) => prompt.locator('.banner'),
    ],
    [
      'labels in an inline prompt',
      { metric: 'ces', style: 'label', presentation: 'inline', target: 'body' },
      (prompt) => prompt.locator('.inline'),
    ],
    ['NPS in a tab', { metric: 'nps', presentation: 'tab' }, (prompt) => prompt.locator('.flap')],
  ])('the single file shows %s without fetching another file', async (_, survey, find) => {
    const { prompt, show, collector, said } = await open([{ id: 'a', trigger: 'manual', ...survey }]);
    expect(await show('a')).toEqual(SHOWN);
    await find(prompt).first().waitFor();
    expect(collector.fetched).toEqual(ALONE);
    expect(said()).toEqual([]);
  });

  it('the single file fetches the code that puts a prompt beside an element, where the page allows it', async () => {
    const { prompt, show, said } = await open([
      { id: 'a', metric: 'nps', presentation: 'anchored', target: 'body', trigger: 'manual' },
    ]);
    expect(await show('a')).toEqual(SHOWN);
    await prompt.locator('.beside').waitFor();
    expect(said()).toEqual([]);
  });

  it('the single file shows an anchored prompt in the corner when the CSP forbids other files, and reports that once', async () => {
    const { page, prompt, show, said } = await open(
      [{ id: 'a', metric: 'nps', presentation: 'anchored', target: 'body', trigger: 'manual' }],
      { headers: ONE_FILE_ONLY },
    );
    expect(await show('a')).toEqual(SHOWN);
    await prompt.getByRole('radio', { name: '9' }).click();
    await page.evaluate('scorelet.reset()');
    expect(await show('a')).toEqual(SHOWN);
    expect(said()).toEqual([expect.stringContaining('[scorelet] scorelet.single.js could not fetch "anchored" (')]);
  });
});

/** Stores on the device that survey `a` was displayed and answered this many days ago. */
const answeredBefore = (days: number) => `<script>
  const at = Date.now() - ${days} * 86_400_000;
  const records = ['displayed', 'answered'].map((outcome) => ({ outcome, at, metric: 'nps', scope: 'relational' }));
  localStorage.setItem('scorelet:1:f::a', JSON.stringify({ v: 1, records }));
</script>`;

describe('the hash of the single file', () => {
  const written = readFileSync('dist/cdn/scorelet.single.js.sri', 'utf8').trim();
  const surveys = [{ id: 'a', metric: 'nps', trigger: 'manual' }];
  const attributes = (integrity: string) => `crossorigin="anonymous" integrity="${integrity}"`;

  it('a page that states the hash of the build runs the single file', async () => {
    const { show, lines } = await open(surveys, { attributes: attributes(written) });
    expect(await show('a')).toEqual(SHOWN);
    expect(lines).toEqual([]);
  });

  it('a page that states another hash does not run the single file', async () => {
    const other = `sha384-${'A'.repeat(64)}`;
    const body = `<script src="COLLECTOR/scorelet.single.js" ${attributes(other)}></script>`;
    const { page, lines, close } = await openPage(browser, { body });
    onTestFinished(close);
    expect(await page.evaluate('typeof scorelet')).toBe('undefined');
    expect(lines).toEqual([expect.stringContaining('integrity')]);
  });
});

describe('rules in the single file', () => {
  it('the single file applies the default frequency caps, and show() returns the reason "clock"', async () => {
    const surveys = [{ id: 'a', metric: 'nps', trigger: 'manual' }];
    const late = await open(surveys, { head: answeredBefore(80) });
    expect(await late.show('a')).toEqual({ shown: false, reasons: ['clock'] });
    // 12 weeks are 84 days.
    const due = await open(surveys, { head: answeredBefore(85) });
    expect(await due.show('a')).toEqual(SHOWN);
  });

  it('the single file applies the frequency caps of the definition', async () => {
    const clocks = { any: false, relational: false, month: { per: 'survey', answered: '30d' } };
    const surveys = [{ id: 'a', metric: 'nps', trigger: 'manual', frequency: { clocks } }];
    const late = await open(surveys, { head: answeredBefore(29) });
    expect(await late.show('a')).toEqual({ shown: false, reasons: ['clock'] });
    const due = await open(surveys, { head: answeredBefore(31) });
    expect(await due.show('a')).toEqual(SHOWN);
  });

  it('the single file applies targeting, sampling and delayed triggers', async () => {
    const { page, prompt, collector, show } = await open([
      { id: 'elsewhere', metric: 'nps', targeting: { url: ['/order/*'] } },
      { id: 'nobody', metric: 'nps', sampling: 0 },
      { id: 'here', metric: 'csat', targeting: { url: ['/'] }, trigger: { event: 'paid', delay: '1s' } },
    ]);
    expect(await show('elsewhere')).toEqual({ shown: false, reasons: ['url'] });
    expect(await show('nobody')).toEqual({ shown: false, reasons: ['sampling'] });
    await page.waitForTimeout(1300);
    expect(await prompt.count()).toBe(0);
    await page.evaluate("scorelet.track('paid')");
    await prompt.getByRole('radio').first().waitFor();
    await expect.poll(() => eventsOf(collector, 'displayed').map(({ survey }) => survey.id)).toEqual(['here']);
    expect(collector.fetched).toEqual(ALONE);
  });
});

/** A CSP that allows the single file and no other script. */
const ONE_FILE_ONLY = {
  'Content-Security-Policy': "script-src COLLECTOR/scorelet.single.js 'unsafe-eval'; connect-src COLLECTOR",
};
const colorOf = (prompt: Locator) =>
  prompt.locator('.submit').evaluate((button) => getComputedStyle(button).backgroundColor);
const TIDE = 'rgb(11, 100, 119)';
const INK = 'rgb(28, 34, 48)';

describe('the locale and the theme of the single file', () => {
  const surveys = [{ id: 'a', metric: 'csat', trigger: 'manual' }];
  const wanted = { lang: 'fr', attributes: 'data-theme="tide"' };

  it('the single file fetches its locale and its theme from its own directory', async () => {
    const { prompt, collector, show, said } = await open(surveys, wanted);
    expect(await show('a')).toEqual(SHOWN);
    await prompt.getByRole('button', { name: 'Envoyer' }).waitFor();
    expect(await prompt.getByRole('region').getAttribute('lang')).toBe('fr');
    expect(await colorOf(prompt)).toBe(TIDE);
    expect(chunksOf(collector)).toEqual(['/scorelet-fr.js', '/scorelet-palettes.js', '/scorelet.single.js']);
    expect(said()).toEqual([]);
  });

  it('the single file uses English and the theme "ink" when the CSP forbids other files, and reports each once on the console', async () => {
    const { page, prompt, collector, show, said } = await open(surveys, { ...wanted, headers: ONE_FILE_ONLY });
    expect(await show('a')).toEqual(SHOWN);
    await prompt.getByRole('button', { name: 'Submit' }).waitFor();
    expect(await prompt.getByRole('region').getAttribute('lang')).toBe('en');
    expect(await colorOf(prompt)).toBe(INK);
    await page.evaluate('scorelet.reset()');
    expect(await show('a')).toEqual(SHOWN);
    expect(said().sort()).toEqual([
      expect.stringMatching(/^\[scorelet\] scorelet\.single\.js could not fetch "fr" \(/),
      expect.stringMatching(/^\[scorelet\] scorelet\.single\.js could not fetch "palettes" \(/),
    ]);
    expect(collector.fetched).toEqual(ALONE);
  });

  it('the single file uses English and the theme "ink" by default, without another request', async () => {
    const { prompt, collector, show, said } = await open(surveys, { headers: ONE_FILE_ONLY });
    expect(await show('a')).toEqual(SHOWN);
    expect(await colorOf(prompt)).toBe(INK);
    expect(collector.fetched).toEqual(ALONE);
    expect(said()).toEqual([]);
  });
});

describe('the debug panel in the single file', () => {
  it('opens from beside the file', async () => {
    const { page, said } = await open([{ id: 'a', metric: 'nps', trigger: 'manual' }]);
    await page.evaluate('scorelet.debug()');
    await page.locator('scorelet-debug').waitFor({ state: 'attached' });
    expect(said()).toEqual([]);
  });

  it('is reported when the CSP forbids other files, and surveys still work', async () => {
    const surveys = [{ id: 'a', metric: 'nps', trigger: 'manual' }];
    const { page, said, show } = await open(surveys, { headers: ONE_FILE_ONLY });
    await page.evaluate('scorelet.debug()');
    expect(said()).toEqual([expect.stringContaining('scorelet-debug')]);
    expect(await show('a')).toEqual(SHOWN);
  });
});
