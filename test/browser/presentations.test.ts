import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { eventsOf, focused, openSurveys, type SurveyPageOptions, still } from '../helpers/surveyPage.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const BUTTON = '<button id="own" onclick="document.title = \'clicked\'">Own</button>';

const open = async (survey: Record<string, unknown>, options: SurveyPageOptions = {}) => {
  const opened = await openSurveys(
    browser,
    { id: 'a', metric: 'nps', ...survey },
    { body: BUTTON, context: still(1000), ...options },
  );
  onTestFinished(opened.close);
  return opened;
};
const openModal = async (options?: SurveyPageOptions) => {
  const opened = await open({ presentation: 'modal' }, options);
  await opened.prompt.getByRole('radio').first().waitFor();
  return opened;
};

describe('a modal', () => {
  it('a modal is a native modal dialog: the first score has the focus, and the host page can be neither clicked nor focused', async () => {
    const { page, prompt, collector } = await openModal();
    expect(await prompt.evaluate((host) => !!host.shadowRoot?.querySelector('dialog:modal'))).toBe(true);
    expect(await prompt.getByRole('dialog', { name: 'Feedback survey' }).count()).toBe(1);
    expect(await focused(page)).toBe('radio 0');
    await page.keyboard.press('5');
    await page.mouse.click(20, 20);
    expect(await page.title()).toBe('Page');
    await page.evaluate("document.querySelector('#own').focus()");
    expect(await focused(page)).not.toBe('own');
    await expect.poll(() => eventsOf(collector, 'displayed')[0]).toMatchObject({ presentation: 'modal' });
  });

  it('a modal traps the focus for Tab and Shift+Tab', async () => {
    const { page, prompt } = await openModal();
    await page.keyboard.press('9');
    await prompt.getByRole('textbox').waitFor();
    const seen = new Set<string>();
    for (const key of ['Tab', 'Shift+Tab']) {
      for (let press = 0; press < 14; press++) {
        await page.keyboard.press(key);
        seen.add(await focused(page));
      }
    }
    expect([...seen]).toEqual(expect.arrayContaining(['radio 9', 'comment', 'submit', 'close']));
    expect([...seen]).not.toContain('own');
  });

  it('a modal closes when Escape is pressed, and returns the focus to the element that had it before', async () => {
    const { page, prompt, collector } = await open({ presentation: 'modal', trigger: 'manual' });
    await page.waitForFunction('window.scorelet && !Array.isArray(scorelet)');
    await page.locator('#own').focus();
    await page.evaluate("scorelet.show('a')");
    await expect.poll(() => focused(page)).toBe('radio 0');
    await page.keyboard.press('Escape');
    await expect.poll(() => prompt.count()).toBe(0);
    expect(await focused(page)).toBe('own');
    await expect.poll(() => eventsOf(collector, 'dismissed')).toMatchObject([{ reason: 'escape', answeredCount: 0 }]);
    await page.mouse.click(20, 20);
    expect(await page.title()).toBe('clicked');
  });

  it('a modal closes on a click outside while nothing is chosen', async () => {
    const { page, prompt, collector } = await openModal();
    await prompt.locator('.title').first().click();
    expect(await prompt.count()).toBe(1);
    await page.mouse.click(20, 20);
    await expect.poll(() => prompt.count()).toBe(0);
    await expect.poll(() => eventsOf(collector, 'dismissed')).toMatchObject([{ reason: 'outside', answeredCount: 0 }]);
  });

  it('a modal with a chosen score stays open on a click outside, and a modal with thanks closes', async () => {
    const { page, prompt, collector } = await openModal();
    await prompt.getByRole('radio', { name: '7' }).click();
    await page.mouse.click(20, 20);
    expect(await prompt.getByRole('radio', { name: '7' }).isChecked()).toBe(true);
    await prompt.getByRole('button', { name: 'Submit' }).click();
    await prompt.getByText('Thank you').waitFor();
    await page.mouse.click(20, 20);
    await expect.poll(() => prompt.count()).toBe(0);
    await expect.poll(() => eventsOf(collector, 'completed').length).toBe(1);
    expect(eventsOf(collector, 'dismissed')).toEqual([]);
  });

  it('a modal changes neither the scroll position nor the styles of the host page', async () => {
    const { page, prompt } = await open(
      { presentation: 'modal', trigger: 'manual' },
      { body: `${BUTTON}<div style="height:3000px"></div>` },
    );
    await page.waitForFunction('window.scorelet && !Array.isArray(scorelet)');
    const styles = () =>
      page.evaluate(() => [
        document.body.getAttribute('style'),
        document.documentElement.getAttribute('style'),
        getComputedStyle(document.body).overflow,
        getComputedStyle(document.documentElement).overflow,
        scrollY,
      ]);
    await page.evaluate('scrollTo(0, 500)');
    const before = await styles();
    await page.evaluate("scorelet.show('a')");
    await prompt.getByRole('radio').first().waitFor();
    expect(await styles()).toEqual(before);
    await page.keyboard.press('Escape');
    await expect.poll(() => prompt.count()).toBe(0);
    expect(await styles()).toEqual(before);
  });

  it('a modal waits while a modal of the host page is open', async () => {
    const { page, prompt } = await open(
      { presentation: 'modal' },
      { body: '<dialog id="d">Cookies <button onclick="d.close()">OK</button></dialog><script>d.showModal()</script>' },
    );
    await page.waitForTimeout(1800);
    expect(await prompt.count()).toBe(0);
    await page.getByRole('button', { name: 'OK' }).click();
    await prompt.getByRole('radio').first().waitFor();
  });

  it('a modal has its live region inside the dialog, and moves the focus to the thanks', async () => {
    const { page, prompt } = await openModal();
    expect(await prompt.evaluate((host) => host.shadowRoot?.querySelector('dialog [role=status]')?.textContent)).toBe(
      '',
    );
    await prompt.getByRole('radio', { name: '7' }).click();
    await prompt.getByRole('button', { name: 'Submit' }).click();
    await expect.poll(() => focused(page)).toBe('thanks');
  });
});

describe.each([
  ['popover', undefined],
  ['banner', 'top'],
  ['banner', 'bottom'],
])('a %s with the placement %s', (presentation, placement) => {
  it('a non-modal prompt takes no focus, stands above all page content and leaves the page usable', async () => {
    const { page, prompt, collector } = await open(
      { presentation, placement },
      { body: `${BUTTON}<div style="position:fixed;inset:0;z-index:2147483647;pointer-events:none"></div>` },
    );
    await page.locator('#own').focus();
    await prompt.getByRole('radio').first().waitFor();
    await expect.poll(() => eventsOf(collector, 'displayed')[0]).toMatchObject({ presentation });
    expect(await focused(page)).toBe('own');
    expect(await prompt.evaluate((host) => !!host.shadowRoot?.querySelector('section:popover-open'))).toBe(true);
    await prompt.getByRole('radio', { name: '3' }).click();
    await expect.poll(() => eventsOf(collector, 'answered')[0]).toMatchObject({ presentation });
    if (placement !== 'top') await page.locator('#own').click();
    else await page.locator('#own').dispatchEvent('click');
    expect(await page.title()).toBe('clicked');
  });

  it('a non-modal prompt announces once that it has opened', async () => {
    const { prompt } = await open({ presentation, placement });
    const status = prompt.getByRole('status');
    await status.waitFor({ state: 'attached' });
    await expect.poll(() => status.textContent()).toBe('A short, optional survey has opened.');
    expect(await status.count()).toBe(1);
  });
});
