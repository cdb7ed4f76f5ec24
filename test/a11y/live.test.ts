import { describe, expect, it } from 'vitest';
import { withChromium } from './chromiumPage.ts';
import { type Presentation, reach, show, toSurvey } from './states.ts';

const chromium = withChromium();

/** Writes down every word that a live region says, and the empty regions that come. */
const LISTEN = `window.said = [];
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    new MutationObserver((records) => {
      for (const { target, addedNodes } of records) {
        if (target.role === 'status') said.push(target.textContent);
        for (const node of addedNodes) if (node.role === 'status') said.push('there: ' + node.textContent);
      }
    }).observe(root, { childList: true, subtree: true, characterData: true });
    return root;
  };`;

const open = async (presentation: Presentation) => {
  const context = await chromium.browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(LISTEN);
  const surveys = [toSurvey(presentation, 'number')];
  await page.goto(chromium.site.urlOf({ config: { mode: 'preview', locale: 'en', surveys } }));
  const said = () => page.evaluate('said') as Promise<string[]>;
  return { page, said, close: () => context.close() };
};

describe('the live region', () => {
  it.each(['popover', 'banner', 'anchored', 'inline'] as const)(
    'of a %s is there and empty first, and says once that it has opened',
    async (presentation) => {
      const { page, said, close } = await open(presentation);
      await show(page);
      await expect.poll(async () => (await said()).length).toBe(2);
      await page.waitForTimeout(300);
      expect(await said()).toEqual(['there: ', 'A short, optional survey has opened.']);
      await close();
    },
  );

  it('says nothing where the focus says it: in a modal', async () => {
    const { page, said, close } = await open('modal');
    await show(page);
    await page.waitForTimeout(400);
    expect(await said()).toEqual(['there: ']);
    await close();
  });

  it('says thanks, once, to somebody whose focus is elsewhere', async () => {
    const { page, said, close } = await open('popover');
    await reach(page, 'step', 'popover');
    await page.evaluate(() => (document.querySelector('#before') as HTMLElement).focus());
    // That it has opened is said a moment after it has.
    await expect.poll(async () => (await said()).length).toBe(2);
    await page.evaluate(() => {
      const root = document.querySelector('scorelet-prompt')?.shadowRoot;
      root?.querySelector<HTMLElement>('[name=second]')?.click();
      root?.querySelector<HTMLElement>('.submit')?.click();
    });
    await expect.poll(async () => (await said()).length).toBeGreaterThan(2);
    await page.waitForTimeout(300);
    expect((await said()).slice(2)).toEqual(['Thank you!']);
    await close();
  });
});
