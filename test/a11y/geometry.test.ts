import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Options } from '../../src/schema/options.ts';
import { longLocale, mirroredLocale } from '../helpers/pseudoLocale.ts';
import { openWith, withChromium } from './chromiumPage.ts';
import { goOn, PRESENTATIONS, type Presentation, reach, STYLES, toSurvey } from './states.ts';

const chromium = withChromium();

const WIDTHS = [320, 344, 360, 390, 768, 1280] as const;
/** The text spacing of WCAG 1.4.12. */
const SPACED =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';

/** Lists elements that are cut off, outside the window or smaller than 24 px, and targets that are smaller than 44 px. */
const measure = (page: Page): Promise<{ misfits: string[]; small: string[] }> =>
  page.evaluate(() => {
    const misfits: string[] = [];
    const small: string[] = [];
    const { documentElement: html } = document;
    if (html.scrollWidth > innerWidth) misfits.push(`the page is ${html.scrollWidth} px wide`);
    const root = document.querySelector('scorelet-prompt')?.shadowRoot as ShadowRoot;
    const shown = [...root.querySelectorAll<HTMLElement>('.layer *')].filter(
      (each) => each.checkVisibility() && !each.closest('.unseen'),
    );
    for (const each of shown) {
      const name = `${each.localName}.${each.className} "${each.textContent?.slice(0, 20)}"`;
      const box = each.getBoundingClientRect();
      if (box.left < -1 || box.right > innerWidth + 1) misfits.push(`${name} is outside the window`);
      const inline = getComputedStyle(each).display === 'inline';
      const hasText = [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
      if (hasText && !inline && each.scrollWidth > each.clientWidth + 1 && !/rotate|matrix/.test(each.className))
        misfits.push(`${name} is cut off: ${each.scrollWidth} of ${each.clientWidth}`);
      if (!/^(input|button|a|textarea)$/.test(each.localName)) continue;
      const least = Math.min(box.width, box.height);
      // WCAG 2.5.8 exempts a link in a line of text.
      if (least < 24 && each.localName !== 'a') misfits.push(`${name} is ${box.width} by ${box.height} px`);
      if (least < 43.5) small.push(`${each.localName}.${each.className.split(' ').at(-1)}`);
    }
    return { misfits, small };
  });

const LOCALES: [string, Options['locale']][] = [
  ['a pseudo-locale with 40 percent longer texts', longLocale as unknown as Options['locale']],
  ['a mirrored pseudo-locale', mirroredLocale as unknown as Options['locale']],
];

/** Every presentation, each with a different style as long as there are styles. */
const CASES = PRESENTATIONS.map(
  (presentation, index) => [presentation, STYLES[index % STYLES.length] ?? 'number'] as const,
);

/** Measures a prompt in the state "invalid", and then in the given later states. */
const check = async (
  presentation: Presentation,
  style: (typeof STYLES)[number],
  context: Parameters<typeof openWith>[2],
  widths: readonly number[],
  change?: (page: Page) => Promise<unknown>,
  later: readonly ('step' | 'thanks')[] = [],
) => {
  const found: string[] = [];
  const small = new Set<string>();
  const page = await openWith(chromium, toSurvey(presentation, style), context);
  await reach(page, 'invalid', presentation);
  await change?.(page);
  for (const state of ['invalid', ...later] as const) {
    if (state !== 'invalid') await goOn(page, state);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      // An anchored card moves one frame later.
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 30))));
      const seen = await measure(page);
      found.push(...seen.misfits.map((each) => `${state} ${width}: ${each}`));
      for (const each of seen.small) small.add(each);
    }
  }
  await page.context().close();
  return { found, small: [...small].sort() };
};

describe.each(LOCALES)('a prompt in %s', (_name, locale) => {
  it.each(CASES)('a prompt (%s, %s) fits into windows with widths from 320 to 1280 px', async (presentation, style) => {
    const { found } = await check(presentation, style, { locale }, WIDTHS, undefined, ['step', 'thanks']);
    expect(found).toEqual([]);
  });
});

describe('the geometry of a prompt', () => {
  it.each(CASES)(
    'a prompt (%s, %s) fits at 400 percent zoom, with WCAG text spacing, and with any root font size',
    async (presentation, style) => {
      const zoomed = await check(presentation, style, { deviceScaleFactor: 4 }, [320]);
      expect(zoomed.found, '400 %').toEqual([]);
      const spaced = await check(presentation, style, {}, [320, 1280], (page) =>
        page.evaluate((css) => {
          const root = document.querySelector('scorelet-prompt')?.shadowRoot as ShadowRoot;
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(css);
          root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
        }, SPACED),
      );
      expect(spaced.found, 'text spacing').toEqual([]);
      for (const size of [62.5, 150]) {
        const { found } = await check(presentation, style, { style: `html { font-size: ${size}% }` }, [320, 1280]);
        expect(found, `${size} %`).toEqual([]);
      }
    },
  );

  it('all targets in a prompt are at least 44 px, except the privacy link', async () => {
    const small = new Set<string>();
    for (const [presentation, style] of CASES) {
      const phone = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true };
      for (const each of (await check(presentation, style, phone, [390])).small) small.add(each);
    }
    expect([...small].sort()).toEqual(['a.privacy']);
  });
});
