import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { boxOf, openSurveys, still } from '../helpers/surveyPage.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

interface Window {
  width: number;
  height?: number;
  rtl?: boolean;
}

/** Returns the distances of each prompt from the four edges of the window, when its comment field is revealed. */
const marginsOf = async (surveys: readonly object[], { width, height = 700, rtl = false }: Window) => {
  const definitions = surveys.map((survey, at) => ({ id: `a${at}`, metric: 'nps', trigger: 'manual', ...survey }));
  const { page, prompt, close } = await openSurveys(browser, definitions, {
    context: still(width, height),
    settings: { locale: rtl ? 'ar' : 'en' },
  });
  onTestFinished(close);
  await page.waitForFunction('window.scorelet && !Array.isArray(scorelet)');
  const found = [];
  for (const { id } of definitions) {
    // `force` shows each survey although the frequency caps would block it.
    await page.evaluate(`scorelet.show('${id}', { force: true })`);
    await prompt.getByRole('radio').nth(9).click();
    await prompt.getByRole('textbox').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    const { left, top, right, bottom } = await boxOf(prompt, '.layer');
    found.push({
      left: Math.round(left),
      top: Math.round(top),
      right: Math.round(width - right),
      bottom: Math.round(height - bottom),
    });
    await page.keyboard.press('Escape');
    await expect.poll(() => prompt.count()).toBe(0);
  }
  return found;
};

/** The edges from which each placement keeps 16 px, in a left-to-right language. */
const EDGES = {
  'bottom-end': ['bottom', 'right'],
  'bottom-start': ['bottom', 'left'],
  'top-end': ['top', 'right'],
  'top-start': ['top', 'left'],
  bottom: ['bottom'],
  top: ['top'],
  start: ['left'],
  end: ['right'],
} as const;
const PLACEMENTS = Object.keys(EDGES) as (keyof typeof EDGES)[];
const EVERYWHERE = PLACEMENTS.map((placement) => ({ placement }));
const MIRROR = { left: 'right', right: 'left', top: 'top', bottom: 'bottom' } as const;

describe('a popover', () => {
  it.each([false, true])(
    'a popover stands in the corner or at the edge that its placement names; right-to-left language: %s',
    async (rtl) => {
      const all = await marginsOf(EVERYWHERE, { width: 1000, rtl });
      for (const [index, placement] of PLACEMENTS.entries()) {
        const margins = all[index] as (typeof all)[number];
        const edges = EDGES[placement].map((edge) => (rtl ? MIRROR[edge] : edge));
        expect(
          edges.map((edge) => margins[edge]),
          placement,
        ).toEqual(edges.map(() => 16));
        // At an edge, the popover is centred along that edge.
        if (edges.length > 1) continue;
        const { left, right, top, bottom } = margins;
        const across = placement === 'top' || placement === 'bottom' ? left - right : top - bottom;
        expect(Math.abs(across), placement).toBeLessThanOrEqual(1);
      }
    },
  );

  it.each([false, true])(
    'a popover takes the whole width of a phone with any placement; right-to-left language: %s',
    async (rtl) => {
      for (const margins of await marginsOf(EVERYWHERE, { width: 320, height: 568, rtl })) {
        expect(margins).toMatchObject({ left: 16, right: 16 });
        expect(Math.min(margins.top, margins.bottom)).toBeGreaterThanOrEqual(16);
      }
    },
  );

  it('a popover keeps the offsets x and y from the edges, and each offset can be set alone', async () => {
    const offset = { x: 40, y: 100 };
    const surveys = [
      { offset },
      { offset, placement: 'top-start' },
      { offset, placement: 'start' },
      { offset, placement: 'bottom' },
      { offset: { y: 0 } },
    ];
    expect(await marginsOf(surveys, { width: 1000 })).toMatchObject([
      { right: 40, bottom: 100 },
      { left: 40, top: 100 },
      { left: 40 },
      { bottom: 100 },
      { right: 16, bottom: 0 },
    ]);
    const [, , start] = await marginsOf(surveys, { width: 1000, rtl: true });
    expect(start).toMatchObject({ right: 40 });
  });

  it('a popover stays inside the window with any offset', async () => {
    const surveys = [{ x: 400 }, { y: 400 }, { x: 400, y: 400 }, { x: 0, y: 0 }].flatMap((offset) =>
      ['bottom-end', 'top-start', 'end'].map((placement) => ({ offset, placement })),
    );
    for (const window of [
      { width: 320, height: 568 },
      { width: 1000, height: 500 },
    ]) {
      for (const [index, margins] of (await marginsOf(surveys, window)).entries()) {
        const text = `${JSON.stringify(surveys[index])} ${JSON.stringify(margins)}`;
        expect(Math.min(...Object.values(margins)), text).toBeGreaterThanOrEqual(0);
      }
    }
  });
});

describe('the safe area of a phone', () => {
  it.each([
    ['popover', { placement: 'bottom-start', offset: { x: 4, y: 4 } }],
    ['banner', { presentation: 'banner' }],
    ['tab', { presentation: 'tab', placement: 'start' }],
  ])('a %s stays inside the safe area of a phone', async (_, survey) => {
    const { page, prompt, close } = await openSurveys(
      browser,
      { id: 'a', metric: 'nps', ...survey },
      { head: '<meta name="viewport" content="width=device-width, viewport-fit=cover">', context: still(844, 390) },
    );
    onTestFinished(close);
    await prompt.locator('.layer').first().waitFor({ state: 'attached' });
    const devtools = await page.context().newCDPSession(page);
    await devtools.send(
      'Emulation.setSafeAreaInsetsOverride' as never,
      { insets: { left: 47, right: 47, bottom: 21 } } as never,
    );
    const tab = 'presentation' in survey && survey.presentation === 'tab';
    await expect.poll(async () => (await boxOf(prompt, tab ? '.edge' : '.layer')).left).toBeGreaterThanOrEqual(47);
    expect((await boxOf(prompt, tab ? '.edge' : '.layer')).bottom).toBeLessThanOrEqual(390 - 21);
  });
});

describe('a banner', () => {
  it.each([false, true])(
    'a banner is centred at its edge, and takes the whole width of a phone; right-to-left language: %s',
    async (rtl) => {
      const banners = ['top', 'bottom'].map((placement) => ({ presentation: 'banner', placement }));
      const middle = { left: 120, right: 120 };
      expect(await marginsOf(banners, { width: 1000, rtl })).toMatchObject([
        { ...middle, top: 16 },
        { ...middle, bottom: 16 },
      ]);
      const whole = { left: 16, right: 16 };
      expect(await marginsOf(banners, { width: 320, height: 568, rtl })).toMatchObject([
        { ...whole, top: 16 },
        { ...whole, bottom: 16 },
      ]);
    },
  );

  it('a banner stands at the bottom by default, and keeps its vertical offset from the edge', async () => {
    const banners = [{ presentation: 'banner' }, { presentation: 'banner', offset: { x: 50, y: 64 } }];
    expect(await marginsOf(banners, { width: 1000 })).toMatchObject([
      { left: 120, bottom: 16 },
      { left: 120, bottom: 64 },
    ]);
  });
});

describe('a modal', () => {
  it('a modal is centred in the window, and stays 16 px inside a window that is too low for its content', async () => {
    const modal = [{ presentation: 'modal' }];
    const [{ left, right, top, bottom } = { left: 0, right: 99, top: 0, bottom: 99 }] = await marginsOf(modal, {
      width: 1000,
    });
    expect(Math.abs(left - right)).toBeLessThanOrEqual(1);
    expect(Math.abs(top - bottom)).toBeLessThanOrEqual(1);
    const [low] = await marginsOf(modal, { width: 320, height: 300 });
    expect(low).toEqual({ left: 16, right: 16, top: 16, bottom: 16 });
  });
});
