import { describe, expect, it } from 'vitest';
import { withChromium } from './chromiumPage.ts';
import { type Presentation, reach, show, toSurvey } from './states.ts';

const chromium = withChromium();

/** Records every text of a live region. A live region that is inserted is recorded as `there: ` and its text. */
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
    'the live region of a %s is empty at first, and announces once that the survey has opened',
    async (presentation) => {
      const { page, said, close } = await open(presentation);
      await show(page);
      await expect.poll(async () => (await said()).length).toBe(2);
      await page.waitForTimeout(300);
      expect(await said()).toEqual(['there: ', 'A short, optional survey has opened.']);
      await close();
    },
  );

  it('the live region of a modal announces nothing, because the modal takes the focus', async () => {
    const { page, said, close } = await open('modal');
    await show(page);
    await page.waitForTimeout(400);
    expect(await said()).toEqual(['there: ']);
    await close();
  });

  it('the live region announces the thanks once when the focus is elsewhere', async () => {
    const { page, said, close } = await open('popover');
    await reach(page, 'step', 'popover');
    await page.evaluate(() => (document.querySelector('#before') as HTMLElement).focus());
    // The opening is announced a short time after the prompt has opened.
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
