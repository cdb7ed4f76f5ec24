import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { openPage, tag } from '../helpers/page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Returns the colours of the card and of the submit button on a page with these styles. */
const colorsOn = async (css: string, colorScheme: 'light' | 'dark', attributes = '') => {
  const { page, close } = await openPage(browser, {
    head: `<style>${css}</style>`,
    body: tag(`data-metric="nps" ${attributes}`),
    context: { colorScheme },
  });
  onTestFinished(close);
  const prompt = page.locator('scorelet-prompt');
  await prompt.getByRole('radio').first().waitFor();
  const colorOf = (selector: string) =>
    prompt.locator(selector).evaluate((element) => {
      const [red = 0, green = 0, blue = 0] = getComputedStyle(element).backgroundColor.match(/\d+/g)?.map(Number) ?? [];
      return `#${[red, green, blue].map((each) => each.toString(16).padStart(2, '0')).join('')}`;
    });
  return [await colorOf('.card'), await colorOf('.submit')];
};

const tide = readFileSync('dist/themes/tide.css', 'utf8');
const LIGHT = ['#ffffff', '#0b6477'];
const DARK = ['#0f1c21', '#6ccbdf'];

describe('a palette stylesheet', () => {
  it('a palette stylesheet colours the prompt in light and dark mode, and data-color-scheme overrides the system setting', async () => {
    expect(await colorsOn(tide, 'light')).toEqual(LIGHT);
    expect(await colorsOn(tide, 'dark')).toEqual(DARK);
    expect(await colorsOn(tide, 'light', 'data-color-scheme="dark"')).toEqual(DARK);
    expect(await colorsOn(tide, 'dark', 'data-color-scheme="light"')).toEqual(LIGHT);
  });
});

describe('the custom property --scorelet-accent', () => {
  it('the custom property --scorelet-accent works without a palette, and overrides a palette', async () => {
    expect(await colorsOn(':root { --scorelet-accent: #e4572e }', 'light')).toEqual(['#ffffff', '#e4572e']);
    expect(await colorsOn(`${tide} scorelet-prompt { --scorelet-accent: #e4572e }`, 'light')).toEqual([
      '#ffffff',
      '#e4572e',
    ]);
  });
});
