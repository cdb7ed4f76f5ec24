import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openWith, withChromium } from './chromiumPage.ts';
import { PRESENTATIONS, reach, STYLES, show, toSurvey } from './states.ts';

const chromium = withChromium();

/** Takes a screenshot of an option and the 3 px around it, while no element has the focus. */
const picture = async (page: Page, selector: string) => {
  await page.evaluate(() => {
    (document.querySelector('scorelet-prompt')?.shadowRoot?.activeElement as HTMLElement | null)?.blur();
  });
  const box = await page.locator(`scorelet-prompt .option:has(${selector})`).boundingBox();
  if (!box) throw new Error(`No ${selector}`);
  const clip = { x: box.x - 3, y: box.y - 3, width: box.width + 6, height: box.height + 6 };
  return (await page.screenshot({ clip })).toString('base64');
};

const click = (page: Page, selector: string) =>
  page.locator(`scorelet-prompt ${selector}`).evaluate((each: HTMLElement) => each.click());

describe('a prompt in forced-colours mode', () => {
  it.each(STYLES)('a chosen option looks different in forced-colours mode, in the style "%s"', async (style) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await openWith(chromium, toSurvey('inline', style), {
        forcedColors: 'active',
        colorScheme,
        viewport: { width: 1000, height: 1500 },
      });
      await reach(page, 'revealed', 'inline');
      const second = style === 'number' || style === 'thumb' ? 1 : 2;
      const wanted = [`[name=score][value="${second}"]`, '[value=price]', '[type=checkbox]:not([name])'];
      // Compares the picture of each option before and after its selection. When the option is a score, another score is selected before.
      for (const selector of wanted) {
        if (selector.includes('score')) await click(page, '[name=score] >> nth=0');
        const before = await picture(page, selector);
        await click(page, selector);
        expect(await picture(page, selector), `${selector} ${colorScheme}`).not.toBe(before);
      }
      await page.context().close();
    }
  });

  it('the focus is visible in forced-colours mode', async () => {
    const page = await openWith(chromium, toSurvey('inline', 'number'), { forcedColors: 'active' });
    await show(page, true);
    await page.keyboard.press('Space');
    const outline = await page
      .locator('scorelet-prompt [value="0"] + span')
      .evaluate((each) => getComputedStyle(each).outline);
    expect(outline).toMatch(/solid 3px|3px solid/);
    await page.context().close();
  });
});

describe('a prompt with media preferences', () => {
  it.each(PRESENTATIONS)(
    'a %s has no animation with reduced motion; without it, every prompt but an inline one is animated',
    async (presentation) => {
      for (const reducedMotion of ['reduce', 'no-preference'] as const) {
        const page = await openWith(chromium, toSurvey(presentation, 'number'), { reducedMotion });
        await show(page);
        if (presentation === 'tab') await click(page, '.flap');
        const moved = await page.evaluate(() => {
          const root = document.querySelector('scorelet-prompt')?.shadowRoot;
          return [...(root?.querySelectorAll('*') ?? [])].filter(
            (each) => getComputedStyle(each).animationName !== 'none',
          ).length;
        });
        const still = reducedMotion === 'reduce' || presentation === 'inline';
        expect(moved > 0, reducedMotion).toBe(!still);
        await page.context().close();
      }
    },
  );

  it.each(['light', 'dark'] as const)(
    'a prompt is black and white when the system asks for more contrast, in %s mode',
    async (colorScheme) => {
      const page = await openWith(chromium, toSurvey('popover', 'number'), { contrast: 'more', colorScheme });
      await show(page);
      const colors = await page
        .locator('scorelet-prompt .card')
        .evaluate((card) => [getComputedStyle(card).backgroundColor, getComputedStyle(card).color]);
      const [black, white] = ['rgb(0, 0, 0)', 'rgb(255, 255, 255)'];
      expect(colors).toEqual(colorScheme === 'light' ? [white, black] : [black, white]);
      await page.context().close();
    },
  );

  it.each(PRESENTATIONS)('a %s is not printed', async (presentation) => {
    const page = await openWith(chromium, toSurvey(presentation, 'number'));
    await show(page);
    await page.emulateMedia({ media: 'print' });
    const seen = await page.evaluate(() =>
      [
        ...(document.querySelector('scorelet-prompt')?.shadowRoot?.querySelectorAll<HTMLElement>('.layer, .pointer') ??
          []),
      ]
        .filter((each) => each.checkVisibility())
        .map((each) => each.className),
    );
    expect(seen).toEqual([]);
    await page.context().close();
  });
});
