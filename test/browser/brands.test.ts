import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { openPage, tag } from '../helpers/page.ts';
import { jsonTag } from '../helpers/surveyPage.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

interface Look {
  colorScheme?: 'light' | 'dark';
  contrast?: 'more' | 'no-preference';
}

const open = async (body: string, look: Look = {}) => {
  const { page, lines, close } = await openPage(browser, {
    body,
    // A preview is shown without delay.
    path: '/?scorelet-preview=nps',
    context: { reducedMotion: 'reduce', ...look },
  });
  onTestFinished(close);
  const prompt = page.locator('scorelet-prompt');
  await prompt.getByRole('radio', { name: '9' }).click();
  // Move the pointer away, so that it hovers no option.
  await page.mouse.move(5, 5);
  /** Returns the colours of the card, of the submit button and of the button's text. */
  const colors = () =>
    prompt.evaluate((host) => {
      const toHex = (color: string) =>
        `#${(color.match(/\d+/g) ?? [])
          .slice(0, 3)
          .map((each) => Number(each).toString(16).padStart(2, '0'))
          .join('')}`;
      const styleOf = (selector: string) => getComputedStyle(host.shadowRoot?.querySelector(selector) as Element);
      const { backgroundColor, color } = styleOf('.submit');
      return [styleOf('.card').backgroundColor, backgroundColor, color].map(toHex);
    });
  return { page, prompt, lines, colors };
};
const brand = (accent: string, more: Record<string, unknown> = {}) =>
  jsonTag([{ id: 'nps', metric: 'nps' }], { theme: { accent }, ...more });
const palette = (attributes: string) => tag(`data-metric="nps" ${attributes}`);

/** Returns the contrast of two colours, as WCAG 2.2 defines it. */
const contrastOf = (one = '', other = '') => {
  const [low, high] = [one, other]
    .map((hex) => {
      const [red, green, blue] = [1, 3, 5].map((at) => {
        const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      }) as [number, number, number];
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    })
    .sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
};

describe('a named palette', () => {
  it.each([
    ['tide', ['#ffffff', '#0b6477', '#ffffff'], ['#0f1c21', '#6ccbdf', '#04252d']],
    ['clay', undefined, undefined],
    ['iris', undefined, undefined],
  ])('the palette %s applies without a stylesheet, in light and in dark mode', async (name, light, dark) => {
    const ink = await (await open(palette(''))).colors();
    const inLight = await (await open(palette(`data-theme="${name}"`))).colors();
    const inDark = await (await open(palette(`data-theme="${name}"`), { colorScheme: 'dark' })).colors();
    if (light) expect([inLight, inDark]).toEqual([light, dark]);
    expect(inLight[1]).not.toBe(ink[1]);
    expect(inDark[0]).not.toBe(inLight[0]);
    for (const [, button, text] of [inLight, inDark]) expect(contrastOf(button, text)).toBeGreaterThanOrEqual(4.5);
    expect(await (await open(palette(`data-theme="${name}" data-color-scheme="dark"`))).colors()).toEqual(inDark);
  });

  it('the host page’s own styles override a named palette', async () => {
    const own = '<style>:root { --scorelet-accent: #123456 }</style>';
    expect((await (await open(own + palette('data-theme="tide"'))).colors())[1]).toBe('#123456');
  });
});

describe('a theme from one accent colour', () => {
  it.each([
    ['#0b6477', '#ffffff'],
    ['#ffd400', '#000000'],
    ['#e4572e', '#000000'],
    ['#f00', '#000000'],
    ['#777777', '#000000'],
    ['#6d28d9', '#ffffff'],
  ])('a button in the accent colour %s has the text colour with the higher contrast: %s', async (accent, wanted) => {
    const { colors, prompt, page } = await open(brand(accent));
    const full = accent.length === 4 ? accent.replace(/\w/g, '$&$&') : accent;
    const [card, button, text] = await colors();
    expect([card, button, text]).toEqual(['#ffffff', full, wanted]);
    const other = wanted === '#ffffff' ? '#000000' : '#ffffff';
    expect(contrastOf(button, text)).toBeGreaterThanOrEqual(contrastOf(button, other));
    const chosen = await prompt
      .locator('input:checked + span')
      .evaluate((span) => [getComputedStyle(span).backgroundColor, getComputedStyle(span).color]);
    expect(chosen).toEqual(
      await prompt
        .locator('.submit')
        .evaluate((each) => [getComputedStyle(each).backgroundColor, getComputedStyle(each).color]),
    );
    // Hovering the button must not lower the contrast of its text.
    await prompt.locator('.submit').hover();
    const [, hovered] = await colors();
    expect(hovered).not.toBe(button);
    expect(contrastOf(hovered, text)).toBeGreaterThanOrEqual(contrastOf(button, text));
    await page.mouse.move(5, 5);
  });

  it('an accent colour is lightened in dark mode only until its contrast with the card reaches 3 : 1', async () => {
    const night = { colorScheme: 'dark' } as const;
    const [card, button, text] = await (await open(brand('#0b3d4a'), night)).colors();
    expect(card).toBe('#16181d');
    expect(button).not.toBe('#0b3d4a');
    expect(contrastOf(button, card)).toBeGreaterThanOrEqual(3);
    expect(contrastOf(button, card)).toBeLessThan(3.5);
    expect(contrastOf(button, text)).toBeGreaterThanOrEqual(4.5);
    expect((await (await open(brand('#6ccbdf'), night)).colors())[1]).toBe('#6ccbdf');
    expect((await (await open(brand('#0b3d4a', { colorScheme: 'light' }), night)).colors())[1]).toBe('#0b3d4a');
  });

  it('an accent colour with too little contrast is reported on a developer’s machine, with the nearest colour that has enough', async () => {
    const { lines, colors } = await open(brand('#ffd400'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^\[scorelet\] theme\.accent #ffd400 is hard to see on white \(1\.\d : 1/);
    const nearest = /Nearest: (#[\da-f]{6})/.exec(`${lines[0]}`)?.[1];
    expect(contrastOf(nearest, '#ffffff')).toBeGreaterThanOrEqual(3);
    expect(contrastOf(nearest, '#ffffff')).toBeLessThan(3.3);
    // The button keeps the host's colour. The focus ring does not use it.
    expect((await colors())[1]).toBe('#ffd400');
    expect((await open(brand('#0b6477'))).lines).toEqual([]);
  });

  it('the focus ring has a contrast of at least 3 : 1, even with a pale accent colour', async () => {
    const { prompt, page } = await open(brand('#ffd400'));
    await prompt.getByRole('textbox').focus();
    await page.keyboard.press('Tab');
    const ring = await prompt.locator('.submit').evaluate((each) => getComputedStyle(each).outlineColor);
    const hex = `#${(ring.match(/\d+/g) ?? []).map((each) => Number(each).toString(16).padStart(2, '0')).join('')}`;
    expect(contrastOf(hex, '#ffffff')).toBeGreaterThanOrEqual(3);
  });

  it.each(['e4572e', 'red', '#12345', '#e4572g'])(
    'the invalid accent colour %s turns the prompt off, and the console names the theme as the cause',
    async (accent) => {
      const { page, lines, close } = await openPage(browser, { body: brand(accent) });
      onTestFinished(close);
      await expect.poll(() => lines.join()).toContain('theme');
      expect(await page.locator('scorelet-prompt').count()).toBe(0);
    },
  );
});

describe('the high-contrast colours', () => {
  const LIGHT = ['#ffffff', '#000000', '#ffffff'];
  const DARK = ['#000000', '#ffe600', '#000000'];

  it('the high-contrast colours apply when the system asks for more contrast, with any theme', async () => {
    for (const body of [palette(''), palette('data-theme="tide"'), brand('#ffd400')]) {
      expect(await (await open(body, { contrast: 'more' })).colors()).toEqual(LIGHT);
      expect(await (await open(body, { contrast: 'more', colorScheme: 'dark' })).colors()).toEqual(DARK);
    }
    expect(await (await open(palette('data-color-scheme="dark"'), { contrast: 'more' })).colors()).toEqual(DARK);
  });

  it('an open prompt with a theme switches to the high-contrast colours and back when the system setting changes', async () => {
    const { page, colors } = await open(palette('data-theme="tide"'));
    expect((await colors())[1]).toBe('#0b6477');
    await page.emulateMedia({ contrast: 'more' });
    expect(await colors()).toEqual(LIGHT);
    await page.emulateMedia({ contrast: 'no-preference' });
    expect((await colors())[1]).toBe('#0b6477');
  });
});
