import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { LOCALE_NAMES } from '../../src/locales/localeNames.ts';
import type { Locale } from '../../src/schema/locale.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { openPage, tag } from '../helpers/page.ts';
import { longLocale, mirroredLocale } from '../helpers/pseudoLocale.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const WIDTHS = [320, 1000] as const;
/** The directory for screenshots to review, for example `PICTURES=/tmp/pictures`. Without it no screenshot is taken. */
const { PICTURES } = process.env;

const open = async (
  locale: string | Locale,
  width: number,
  colorScheme: 'light' | 'dark' = 'light',
  metric = 'nps',
) => {
  const words = typeof locale === 'string' ? { locale } : { locale: locale as Locale };
  const config = {
    ...words,
    brand: 'Acme',
    surveys: [{ id: metric, metric, privacyUrl: '/privacy', ...(metric !== 'nps' && { style: 'label' }) }],
  };
  const opened = await openPage(browser, {
    body: `<script type="application/json" data-scorelet>${JSON.stringify(config)}</script>${tag('')}`,
    context: { viewport: { width, height: 700 }, colorScheme, reducedMotion: 'reduce' },
  });
  onTestFinished(opened.close);
  const prompt = opened.page.locator('scorelet-prompt');
  await prompt.getByRole('radio').first().waitFor();
  const picture = async (name: string) => {
    if (PICTURES) await opened.page.screenshot({ path: `${PICTURES}/${name}-${width}-${colorScheme}.png` });
  };
  return { ...opened, prompt, picture };
};

/** Lists elements that overflow, leave the card or the window, or cover each other. */
const misfits = (page: Page) =>
  page.evaluate(() => {
    const found: string[] = [];
    const { documentElement: html } = document;
    if (html.scrollWidth > innerWidth) found.push(`the page scrolls to ${html.scrollWidth}`);
    const root = document.querySelector('scorelet-prompt')?.shadowRoot as ShadowRoot;
    const card = (root.querySelector('.card') as HTMLElement).getBoundingClientRect();
    if (card.left < 0 || card.right > innerWidth) found.push(`the card is out of sight: ${card.left} to ${card.right}`);
    for (const each of root.querySelectorAll<HTMLElement>('.card, .card *')) {
      if (each.closest('.unseen') || each instanceof HTMLInputElement) continue;
      const name = `${each.tagName} ${each.className} "${each.textContent?.slice(0, 30)}"`;
      if (each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0) found.push(`overflows: ${name}`);
      const box = each.getBoundingClientRect();
      if (box.left < card.left - 1 || box.right > card.right + 1) found.push(`leaves the card: ${name}`);
    }
    // Texts must not cover each other.
    const texts = [...root.querySelectorAll<HTMLElement>('.title, .ends span, .actions > *, .aside, .close')].filter(
      (each) => !each.closest('.unseen') && !each.querySelector('.title, span'),
    );
    const boxes = texts.map((each) => ({ each, box: each.getBoundingClientRect() }));
    for (const [index, one] of boxes.entries()) {
      for (const two of boxes.slice(index + 1)) {
        if (one.each.contains(two.each) || two.each.contains(one.each)) continue;
        const across = Math.min(one.box.right, two.box.right) - Math.max(one.box.left, two.box.left);
        const down = Math.min(one.box.bottom, two.box.bottom) - Math.max(one.box.top, two.box.top);
        const inline =
          getComputedStyle(one.each).display === 'inline' || getComputedStyle(two.each).display === 'inline';
        if (across > 1 && down > 1 && !inline) found.push(`"${one.each.textContent}" covers "${two.each.textContent}"`);
      }
    }
    return found;
  });

const CASES: [name: string, locale: string | Locale, dir: 'ltr' | 'rtl'][] = [
  ['ar', 'ar', 'rtl'],
  ['ja', 'ja', 'ltr'],
  ['de', 'de', 'ltr'],
  ['a pseudo-locale with 40 percent longer texts', longLocale, 'ltr'],
  ['a mirrored pseudo-locale', mirroredLocale, 'rtl'],
];

describe.each(CASES)('the prompt in %s', (name, locale, dir) => {
  it.each(WIDTHS)(
    'the prompt fits into %i px in every state, and follows the reading direction of its language',
    async (width) => {
      const { page, prompt, picture, lines } = await open(locale, width);
      const layer = prompt.getByRole('region');
      expect(await layer.evaluate((element) => getComputedStyle(element).direction)).toBe(dir);
      expect(await layer.getAttribute('lang')).toBe(typeof locale === 'string' ? locale : locale.tag);
      expect(await misfits(page)).toEqual([]);
      await picture(`${name}-asked`);

      // The lowest score comes first in the reading direction. The end labels stand under their scores.
      const boxOf = async (selector: string) => (await prompt.locator(selector).boundingBox()) as NonNullable<Box>;
      type Box = Awaited<ReturnType<ReturnType<typeof prompt.locator>['boundingBox']>>;
      const [zero, one] = [await boxOf('input[value="0"]'), await boxOf('input[value="1"]')];
      expect(Math.sign(one.x - zero.x)).toBe(dir === 'rtl' ? -1 : 1);
      const [low, high] = [await boxOf('.ends :first-child'), await boxOf('.ends :last-child')];
      expect(Math.sign(high.x + high.width - (low.x + low.width))).toBe(dir === 'rtl' ? -1 : 1);
      // The popover stands at the inline end of the window, and the close button at the inline end of the card.
      const card = await boxOf('.card');
      const close = await boxOf('.close');
      if (width === 1000) expect(card.x < 500).toBe(dir === 'rtl');
      expect(close.x < card.x + card.width / 2).toBe(dir === 'rtl');

      // Show each error: first a missing score, then a comment that is too long.
      await prompt.locator('.submit').click();
      expect(await misfits(page)).toEqual([]);
      await prompt.locator('input[value="6"]').click();
      await prompt.getByRole('textbox').fill('x'.repeat(1200));
      await prompt.locator('.submit').click();
      expect(await misfits(page)).toEqual([]);
      await prompt.getByRole('textbox').fill('');
      await picture(`${name}-answered`);
      await prompt.locator('.submit').click();
      await prompt.locator('.thanks').waitFor();
      expect(await misfits(page)).toEqual([]);
      await picture(`${name}-thanks`);
      expect(lines).toEqual([]);
    },
  );

  it('a prompt with seven labels fits into 320 px', async () => {
    const { page, picture } = await open(locale, 320, 'light', 'ces');
    expect(await misfits(page)).toEqual([]);
    await picture(`${name}-labels`);
  });
});

describe('the arrow keys in a right-to-left language', () => {
  it('the left arrow key chooses the next higher score in a right-to-left language', async () => {
    const { page, prompt, collector } = await open('ar', 1000);
    const chosen = () => prompt.locator('input:checked').getAttribute('value');
    await prompt.locator('input[value="0"]').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    expect(await chosen()).toBe('2');
    await page.keyboard.press('ArrowRight');
    expect(await chosen()).toBe('1');
    await page.keyboard.press('ArrowDown');
    expect(await chosen()).toBe('2');
    await page.keyboard.press('End');
    expect(await chosen()).toBe('10');
    await page.keyboard.press('Home');
    expect(await chosen()).toBe('0');
    const scores = () => collector.received.filter(({ event }) => event.type === 'scorelet.question.answered.v1');
    expect(scores(), 'no score is sent while the keys move past it').toHaveLength(0);
    await page.keyboard.press('8');
    await page.keyboard.press('Tab');
    await expect.poll(() => scores().length).toBe(1);
    expect(scores()[0]?.event.data).toMatchObject({ answer: { score: 8 }, question: { locale: 'ar' } });
  });
});

describe('the language of the page', () => {
  it('every locale name and alias has its own chunk in the build', async () => {
    const files = readdirSync('dist/cdn');
    expect(LOCALE_NAMES).toHaveLength(38);
    const missing = LOCALE_NAMES.filter(
      (name) => !files.some((file) => new RegExp(`^scorelet-${name}-\\w+\\.js$`).test(file)),
    );
    expect(missing).toEqual([]);
    expect(existsSync('dist/locales/zh-TW.json')).toBe(true);
  });

  it.each([
    ['zh-Hant-HK', 'zh-TW', 'zh-hant'],
    ['pt_PT', 'pt-PT', 'pt-pt'],
    ['iw', 'he', 'iw'],
    ['sk', 'de', 'de'],
  ])('a page with lang="%s" shows the prompt in %s', async (lang, spoken, chunk) => {
    const { page, collector, close } = await openPage(browser, {
      body: tag(),
      lang,
      context: { locale: 'de-AT' },
    });
    onTestFinished(close);
    const prompt = page.locator('scorelet-prompt');
    await prompt.getByRole('radio').first().waitFor();
    expect(await prompt.getByRole('region').getAttribute('lang')).toBe(spoken);
    expect(collector.fetched.filter((file) => file.includes(`-${chunk}-`))).toHaveLength(1);
    // The page fetches the first file, the prompt and the locale.
    expect(collector.fetched).toHaveLength(3);
  });
});

describe('the single file', () => {
  it('the single file uses a locale that the page passes as an object', async () => {
    const locale = JSON.parse(readFileSync('dist/locales/ja.json', 'utf8'));
    const config = { locale, surveys: [{ id: 'a', metric: 'csat', style: 'label' }] };
    const { page, collector, close } = await openPage(browser, {
      body: `<script type="application/json" data-scorelet>${JSON.stringify(config)}</script>
        <script src="COLLECTOR/scorelet.single.js" data-collector="COLLECTOR/collect" data-mode="live"></script>`,
    });
    onTestFinished(close);
    const prompt = page.locator('scorelet-prompt');
    await prompt.getByRole('radio', { name: locale.csat.labels[4], exact: true }).waitFor();
    expect(await prompt.getByRole('region').getAttribute('lang')).toBe('ja');
    expect(collector.fetched).toEqual(['/scorelet.single.js']);
  });
});

if (PICTURES) {
  describe('screenshots to review', () => {
    it.each(['ar', 'ja', 'de'])('saves screenshots of the prompt in %s in dark mode', async (locale) => {
      for (const width of WIDTHS) {
        const { prompt, picture } = await open(locale, width, 'dark');
        await picture(`${locale}-asked`);
        await prompt.locator('input[value="9"]').click();
        await picture(`${locale}-answered`);
      }
    });
  });
}
