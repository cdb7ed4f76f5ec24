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
    // A preview is there at once.
    path: '/?scorelet-preview=nps',
    context: { reducedMotion: 'reduce', ...look },
  });
  onTestFinished(close);
  const prompt = page.locator('scorelet-prompt');
  await prompt.getByRole('radio', { name: '9' }).click();
  // Off the option that would otherwise be under the pointer.
  await page.mouse.move(5, 5);
  /** The colours of the card, of the button and of what is written on it. */
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

/** Contrast of two colours, as WCAG 2.2 defines it. */
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

describe('a palette by name', () => {
  it.each([
    ['tide', ['#ffffff', '#0b6477', '#ffffff'], ['#0f1c21', '#6ccbdf', '#04252d']],
    ['clay', undefined, undefined],
    ['iris', undefined, undefined],
  ])('%s is there without a stylesheet, in light and in dark', async (name, light, dark) => {
    const ink = await (await open(palette(''))).colors();
    const inLight = await (await open(palette(`data-theme="${name}"`))).colors();
    const inDark = await (await open(palette(`data-theme="${name}"`), { colorScheme: 'dark' })).colors();
    if (light) expect([inLight, inDark]).toEqual([light, dark]);
    expect(inLight[1]).not.toBe(ink[1]);
    expect(inDark[0]).not.toBe(inLight[0]);
    for (const [, button, text] of [inLight, inDark]) expect(contrastOf(button, text)).toBeGreaterThanOrEqual(4.5);
    expect(await (await open(palette(`data-theme="${name}" data-color-scheme="dark"`))).colors()).toEqual(inDark);
  });

  it('is less than what the page’s own styles say', async () => {
    const own = '<style>:root { --scorelet-accent: #123456 }</style>';
    expect((await (await open(own + palette('data-theme="tide"'))).colors())[1]).toBe('#123456');
  });
});

describe('a brand from one colour', () => {
  it.each([
    ['#0b6477', '#ffffff'],
    ['#ffd400', '#000000'],
    ['#e4572e', '#000000'],
    ['#f00', '#000000'],
    ['#777777', '#000000'],
    ['#6d28d9', '#ffffff'],
  ])('%s has what reads better on it: %s', async (accent, wanted) => {
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
    // Under the pointer it reads no worse.
    await prompt.locator('.submit').hover();
    const [, hovered] = await colors();
    expect(hovered).not.toBe(button);
    expect(contrastOf(hovered, text)).toBeGreaterThanOrEqual(contrastOf(button, text));
    await page.mouse.move(5, 5);
  });

  it('is lightened in the dark until it stands out, and no further', async () => {
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

  it('that is hard to see is named on a developer’s machine, with the nearest that is not', async () => {
    const { lines, colors } = await open(brand('#ffd400'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^\[scorelet\] theme\.accent #ffd400 is hard to see on white \(1\.\d : 1/);
    const nearest = /Nearest: (#[\da-f]{6})/.exec(`${lines[0]}`)?.[1];
    expect(contrastOf(nearest, '#ffffff')).toBeGreaterThanOrEqual(3);
    expect(contrastOf(nearest, '#ffffff')).toBeLessThan(3.3);
    // It is the host's all the same; the ring around what has the focus is not.
    expect((await colors())[1]).toBe('#ffd400');
    expect((await open(brand('#0b6477'))).lines).toEqual([]);
  });

  it('has a focus ring that is seen, whatever the accent', async () => {
    const { prompt, page } = await open(brand('#ffd400'));
    await prompt.getByRole('textbox').focus();
    await page.keyboard.press('Tab');
    const ring = await prompt.locator('.later').evaluate((each) => getComputedStyle(each).outlineColor);
    const hex = `#${(ring.match(/\d+/g) ?? []).map((each) => Number(each).toString(16).padStart(2, '0')).join('')}`;
    expect(contrastOf(hex, '#ffffff')).toBeGreaterThanOrEqual(3);
  });

  it.each(['e4572e', 'red', '#12345', '#e4572g'])(
    'is not %s: nothing is shown, and the console says why',
    async (accent) => {
      const { page, lines, close } = await openPage(browser, { body: brand(accent) });
      onTestFinished(close);
      await expect.poll(() => lines.join()).toContain('theme');
      expect(await page.locator('scorelet-prompt').count()).toBe(0);
    },
  );
});

describe('more contrast', () => {
  const LIGHT = ['#ffffff', '#000000', '#ffffff'];
  const DARK = ['#000000', '#ffe600', '#000000'];

  it('is there for whoever asks the system for it, whatever the theme', async () => {
    for (const body of [palette(''), palette('data-theme="tide"'), brand('#ffd400')]) {
      expect(await (await open(body, { contrast: 'more' })).colors()).toEqual(LIGHT);
      expect(await (await open(body, { contrast: 'more', colorScheme: 'dark' })).colors()).toEqual(DARK);
    }
    expect(await (await open(palette('data-color-scheme="dark"'), { contrast: 'more' })).colors()).toEqual(DARK);
  });

  it('comes and goes while the prompt is open, where a theme is', async () => {
    const { page, colors } = await open(palette('data-theme="tide"'));
    expect((await colors())[1]).toBe('#0b6477');
    await page.emulateMedia({ contrast: 'more' });
    expect(await colors()).toEqual(LIGHT);
    await page.emulateMedia({ contrast: 'no-preference' });
    expect((await colors())[1]).toBe('#0b6477');
  });
});
