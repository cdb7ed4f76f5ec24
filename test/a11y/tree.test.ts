import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openWith, withChromium } from './chromiumPage.ts';
import { PRESENTATIONS, reach, STATES, STYLES, toSurvey } from './states.ts';
import { readTree } from './tree.ts';

const chromium = withChromium();

/**
 * Resolves when the live region has said what it says a moment after the prompt has opened, and after the thanks. Where the
 * prompt has taken the focus, in a modal and behind a tab, it says nothing.
 */
const announced = (page: Page) =>
  page.waitForFunction((opened) => {
    const root = document.querySelector('scorelet-prompt')?.shadowRoot;
    const said = root?.querySelector('[role=status]')?.textContent;
    return root?.querySelector('dialog,.flap') || (root?.querySelector('.thanks') ? said && said !== opened : said);
  }, 'A short, optional survey has opened.');

/** After a change that is meant: `npx vitest run --project a11y tree -u`, and read what has changed. */
describe('what assistive tools are told', () => {
  it.each(PRESENTATIONS)('of a %s in each of its states is as it was written down', async (presentation) => {
    const states = STATES.filter((state) =>
      presentation === 'tab' ? state !== 'rating' : state !== 'folded' && state !== 'opened',
    );
    const parts: string[] = [];
    for (const state of states) {
      const page = await openWith(chromium, toSurvey(presentation, 'number'));
      await reach(page, state, presentation);
      await announced(page);
      parts.push(`# ${state}\n\n${await readTree(page)}\n`);
      await page.context().close();
    }
    await expect(parts.join('\n')).toMatchFileSnapshot(`trees/${presentation}.txt`);
  });

  it.each(STYLES)('of a scale of the style "%s" is as it was written down', async (style) => {
    const page = await openWith(chromium, toSurvey('popover', style));
    await reach(page, 'revealed', 'popover');
    await announced(page);
    const tree = await readTree(page);
    await page.context().close();
    await expect(`${tree}\n`).toMatchFileSnapshot(`trees/style-${style}.txt`);
  });

  it('names the group, and says what is chosen, required and wrong', async () => {
    const page = await openWith(chromium, toSurvey('popover', 'number'));
    await reach(page, 'error', 'popover');
    const wrong = await readTree(page);
    expect(wrong).toMatch(
      /radiogroup "Question 1 of 2 How likely .*Acme.* described="! Please answer this question\. Scale from 0 to 10\..* invalid.* required/,
    );
    await page.locator('scorelet-prompt [value="7"]').click();
    expect(await readTree(page)).toMatch(/radio "7".* checked/);
    await page.context().close();
  });
});
