import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openWith, withChromium } from './chromiumPage.ts';
import { PRESENTATIONS, reach, STATES, STYLES, toSurvey } from './states.ts';
import { readTree } from './tree.ts';

const chromium = withChromium();

/**
 * Resolves when the live region has announced the opening. In a modal and in a tab, the prompt takes the focus and the live region announces
 * nothing. The thanks take the focus of the submit button, so the live region does not announce them either.
 */
const announced = (page: Page) =>
  page.waitForFunction(() => {
    const root = document.querySelector('scorelet-prompt')?.shadowRoot;
    return root?.querySelector('dialog,.flap') || root?.querySelector('[role=status]')?.textContent;
  });

/** After an intended change, run `npx vitest run --project a11y tree -u` and review the changed files. */
describe('the accessibility tree', () => {
  it.each(PRESENTATIONS)(
    'the accessibility tree of a %s matches the recorded tree in every state',
    async (presentation) => {
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
    },
  );

  it.each(STYLES)('the accessibility tree of a scale in the style "%s" matches the recorded tree', async (style) => {
    const page = await openWith(chromium, toSurvey('popover', style));
    await reach(page, 'revealed', 'popover');
    await announced(page);
    const tree = await readTree(page);
    await page.context().close();
    await expect(`${tree}\n`).toMatchFileSnapshot(`trees/style-${style}.txt`);
  });

  it('the accessibility tree names the group of scores, and marks what is checked, required and invalid', async () => {
    const page = await openWith(chromium, toSurvey('popover', 'number'));
    await reach(page, 'error', 'popover');
    const wrong = await readTree(page);
    expect(wrong).toMatch(
      /radiogroup "Question 1 of 2 How likely .*Acme.* described="! Please answer this question\. 0 – Not at all likely,.* invalid.* required/,
    );
    await page.locator('scorelet-prompt [value="7"]').click();
    expect(await readTree(page)).toMatch(/radio "7".* checked/);
    await page.context().close();
  });
});
