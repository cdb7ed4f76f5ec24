import type { ElementHandle, KeyInput, Page } from 'puppeteer-core';
import { PROMPT_TIMEOUT_MS, pause, type Tab } from './engine.ts';

/** Creates the part of a tab that Puppeteer drives in the same way in Firefox and Chromium. */
export const toPuppeteerTab = (page: Page): Omit<Tab, 'back' | 'crash'> => {
  const find = async (selector: string): Promise<ElementHandle<Element>> => {
    // A background page gets no animation frames, and a prompt needs one to appear.
    await page.bringToFront();
    const end = Date.now() + PROMPT_TIMEOUT_MS;
    while (Date.now() < end) {
      const found = await page.evaluateHandle(
        (wanted) => document.querySelector('scorelet-prompt')?.shadowRoot?.querySelector(wanted) ?? null,
        selector,
      );
      const element = found.asElement() as ElementHandle<Element> | null;
      if (element) return element;
      await pause(50);
    }
    throw new Error(`Waited ${PROMPT_TIMEOUT_MS / 1000} s for ${selector} in the prompt.`);
  };
  return {
    click: async (selector) => (await find(selector)).click(),
    type: async (selector, text) => (await find(selector)).type(text),
    async press(key) {
      const [last = '', shift] = key.split('+').reverse();
      if (shift) await page.keyboard.down('Shift');
      await page.keyboard.press(last === 'Space' ? ' ' : (last as KeyInput));
      if (shift) await page.keyboard.up('Shift');
    },
    pointAt: (x, y) => page.mouse.move(x, y),
    clickAt: (x, y) => page.mouse.click(x, y),
    async wheelAt(x, y, pixels) {
      await page.mouse.move(x, y);
      await page.mouse.wheel({ deltaY: pixels });
    },
    picture: async () => Buffer.from(await page.screenshot()),
    evaluate: (expression) => page.evaluate(expression),
    async goto(url) {
      await page.goto(url);
    },
    close: () => page.close(),
  };
};
