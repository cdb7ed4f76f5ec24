import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Survey } from '../../src/schema/index.ts';
import { openWith, withChromium } from './chromiumPage.ts';
import { show } from './states.ts';

const chromium = withChromium();

const MANUAL = { id: 'a', trigger: 'manual', privacyUrl: '/privacy' } as const;
const NPS: Survey = { ...MANUAL, metric: 'nps' };
const PHONE = { hasTouch: true, isMobile: true };

/** The texts of a prompt that leave the card, and the words that are broken although they would fit into a line. */
const findTornTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.querySelector('scorelet-prompt')?.shadowRoot as ShadowRoot;
    const card = root.querySelector('.card') as HTMLElement;
    const { left, right } = card.getBoundingClientRect();
    const found: string[] = [];
    for (const element of root.querySelectorAll<HTMLElement>('.card *')) {
      if (element.closest('.unseen')) continue;
      for (const node of element.childNodes) {
        if (node.nodeType !== Node.TEXT_NODE) continue;
        for (const { 0: word, index } of (node.textContent ?? '').matchAll(/[^\s-]+-?/g)) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          const boxes = [...range.getClientRects()];
          if (boxes.length > 1) found.push(`"${word}" is broken`);
          if (boxes.some((box) => box.left < left || box.right > right)) found.push(`"${word}" leaves the card`);
        }
      }
    }
    return found;
  });

const click = (page: Page, selector: string) =>
  page.evaluate((wanted) => {
    document.querySelector('scorelet-prompt')?.shadowRoot?.querySelector<HTMLElement>(wanted)?.click();
  }, selector);

/** Returns the elements of a prompt, by their selectors, that are not completely within a part of the window. */
const findHidden = (page: Page, selectors: readonly string[], height?: number): Promise<string[]> =>
  page.evaluate(
    ([names, visible]) => {
      const root = document.querySelector('scorelet-prompt')?.shadowRoot as ShadowRoot;
      return names.filter((name) => {
        const element = root.querySelector(name);
        if (!element) return true;
        const { left, right, top, bottom } = element.getBoundingClientRect();
        const isInside = left >= 0 && right <= innerWidth && top >= 0 && bottom <= (visible ?? innerHeight);
        // Another part of the prompt may lie above the middle of the element.
        const hit = root.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        return !isInside || !(hit === element || element.contains(hit) || hit?.contains(element));
      });
    },
    [selectors, height] as const,
  );

describe('the texts of a prompt on a phone', () => {
  const STYLED: [string, Survey][] = [
    ['numbers', NPS],
    ['stars', { ...MANUAL, metric: 'csat', style: 'star' }],
    ['faces', { ...MANUAL, metric: 'csat', style: 'emoji' }],
  ];
  const LOCALES = ['de', 'el', 'fi', 'fr', 'pl', 'pt-BR', 'ru', 'uk'];

  it.each(STYLED)('no word is broken or cut off with %s, in languages with long words', async (_, survey) => {
    const found: string[] = [];
    for (const locale of LOCALES) {
      const page = await openWith(chromium, survey, { ...PHONE, locale, viewport: { width: 320, height: 700 } });
      await show(page);
      for (const width of [320, 344, 360]) {
        await page.setViewportSize({ width, height: 700 });
        found.push(...(await findTornTexts(page)).map((text) => `${locale} ${width}: ${text}`));
      }
      await click(page, 'input');
      found.push(...(await findTornTexts(page)).map((text) => `${locale}, chosen: ${text}`));
      await page.context().close();
    }
    expect(found).toEqual([]);
  });

  it('the privacy link is at least 24 px high', async () => {
    const page = await openWith(chromium, NPS, { ...PHONE, viewport: { width: 360, height: 700 } });
    await show(page);
    const height = await page
      .locator('scorelet-prompt .privacy')
      .evaluate((link) => link.getBoundingClientRect().height);
    expect(height).toBeGreaterThanOrEqual(24);
    await page.context().close();
  });
});

describe('a prompt that is higher than the window', () => {
  it.each([
    ['popover', {}],
    ['modal', { presentation: 'modal' }],
  ])('keeps the close button and the submit button in sight while it scrolls: %s', async (_, more) => {
    const survey = { ...NPS, ...more } as Survey;
    const page = await openWith(chromium, survey, { ...PHONE, viewport: { width: 667, height: 320 } });
    await show(page);
    await click(page, 'input');
    const scrollTo = (end: number) =>
      page.evaluate((part) => {
        const layer = document.querySelector('scorelet-prompt')?.shadowRoot?.querySelector('.layer') as HTMLElement;
        layer.scrollTop = part * layer.scrollHeight;
        return layer.scrollHeight > layer.clientHeight;
      }, end);
    for (const end of [0, 0.5, 1]) {
      expect(await scrollTo(end)).toBe(true);
      expect(await findHidden(page, ['.close', '.submit'])).toEqual([]);
    }
    await page.context().close();
  });

  it('scrolls a focused element clear of the buttons that stay in sight', async () => {
    const page = await openWith(chromium, NPS, { viewport: { width: 667, height: 320 } });
    await show(page, true);
    await page.keyboard.press('5');
    const seen: string[] = [];
    for (let presses = 0; presses < 4; presses++) {
      await page.keyboard.press('Tab');
      const hidden = await page.evaluate(() => {
        const root = document.querySelector('scorelet-prompt')?.shadowRoot as ShadowRoot;
        const active = root.activeElement as HTMLElement;
        const { left, right, top, bottom } = active.getBoundingClientRect();
        const isReached = [top + 1, bottom - 1].every((y) => {
          const hit = root.elementFromPoint((left + right) / 2, y);
          return active === hit || active.contains(hit);
        });
        return `${active.className || active.localName}: ${isReached ? 'in sight' : 'covered'}`;
      });
      seen.push(hidden);
    }
    expect(seen).toEqual(['textarea', 'aside privacy', 'submit', 'close'].map((name) => `${name}: in sight`));
    await page.context().close();
  });
});

describe('a prompt and the on-screen keyboard', () => {
  const KEYBOARD = 300;
  /** Makes the visible part of the window smaller, as a keyboard does. The window itself stays as large as it was. */
  const press = (page: Page, keyboard: number) =>
    page.evaluate((height) => {
      const { visualViewport: visible } = window;
      if (!visible) throw new Error('No visual viewport');
      Object.defineProperty(visible, 'height', { configurable: true, get: () => innerHeight - height });
      visible.dispatchEvent(new Event('resize'));
    }, keyboard);

  it.each([
    ['popover', {}],
    ['popover at the top', { placement: 'top-end' }],
    ['modal', { presentation: 'modal' }],
  ])('the field, its question and the submit button stay above the keyboard: %s', async (_, more) => {
    const survey = { ...NPS, ...more } as Survey;
    const page = await openWith(chromium, survey, { ...PHONE, viewport: { width: 360, height: 640 } });
    await show(page);
    await click(page, 'input');
    await page.locator('scorelet-prompt textarea').focus();
    await press(page, KEYBOARD);
    const parts = ['textarea', 'label[for]', '.submit', '.close'];
    await expect.poll(() => findHidden(page, parts, 640 - KEYBOARD)).toEqual([]);

    const placeOf = () =>
      page.locator('scorelet-prompt .layer').evaluate((layer) => JSON.stringify(layer.getBoundingClientRect()));
    const during = await placeOf();
    await press(page, 0);
    await expect.poll(placeOf).not.toBe(during);
    const style = await page.locator('scorelet-prompt .layer').evaluate((layer) => layer.getAttribute('style'));
    expect(style || '').toBe('');
    await page.context().close();
  });
});
