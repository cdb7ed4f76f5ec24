import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { boxOf, eventsOf, focused, openSurveys, type SurveyPageOptions, still } from '../helpers/surveyPage.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const open = async (survey: Record<string, unknown> = {}, options: SurveyPageOptions = {}) => {
  const opened = await openSurveys(
    browser,
    { id: 'a', metric: 'nps', presentation: 'tab', ...survey },
    { body: '<button id="own">Own</button>', context: still(1000), ...options },
  );
  onTestFinished(opened.close);
  const flap = opened.prompt.locator('.flap');
  await flap.waitFor();
  return { ...opened, flap };
};

describe('the presentation "tab"', () => {
  it('a tab prompt is a small button at the edge of the window, and no display is recorded until the respondent opens it', async () => {
    const { page, prompt, flap, collector } = await open();
    await page.waitForTimeout(1500);
    expect(collector.received).toEqual([]);
    expect(await prompt.getByRole('radio').count()).toBe(0);
    expect(await focused(page)).toBe('BODY');
    expect(await flap.textContent()).toBe('Feedback');
    expect(await flap.getAttribute('aria-expanded')).toBe('false');
    await flap.click();
    expect(await focused(page)).toBe('radio 0');
    expect(await flap.getAttribute('aria-expanded')).toBe('true');
    await expect.poll(() => eventsOf(collector, 'displayed')).toMatchObject([{ presentation: 'tab' }]);
    await expect.poll(() => eventsOf(collector, 'viewed').length).toBe(1);
  });

  it.each([false, true])(
    'a tab prompt and its card are centred along the edge; right-to-left language: %s',
    async (rtl) => {
      for (const placement of ['start', 'end']) {
        for (const [width, height] of [
          [320, 568],
          [1000, 700],
        ] as const) {
          const { prompt, flap, close } = await open(
            { placement },
            { context: still(width, height), settings: { locale: rtl ? 'ar' : 'en' } },
          );
          const atRight = (placement === 'end') !== rtl;
          const tab = await boxOf(prompt, '.flap');
          expect([tab.left, tab.right][+atRight]).toBeCloseTo(atRight ? width : 0, 0);
          expect(Math.abs(tab.top + tab.bottom - height)).toBeLessThanOrEqual(2);
          expect(Math.min(tab.width, tab.height)).toBeGreaterThanOrEqual(44);
          await flap.click();
          const card = await boxOf(prompt, '.layer');
          expect([card.left, width - card.right][+atRight]).toBeCloseTo(16, 0);
          expect(card.left).toBeGreaterThanOrEqual(16);
          expect(card.right).toBeLessThanOrEqual(width - 16);
          expect(Math.abs(card.top + card.bottom - height)).toBeLessThanOrEqual(2);
          await close();
        }
      }
    },
  );

  it.each(['Escape', 'Close'])(
    'a tab prompt is folded by %s, keeps the answers, and shows them when it is opened again',
    async (way) => {
      const { page, prompt, flap, collector } = await open();
      await flap.click();
      await prompt.getByRole('radio', { name: '9' }).click();
      await prompt.getByRole('textbox').fill('The coffee');
      if (way === 'Escape') await page.keyboard.press('Escape');
      else await prompt.getByRole('button', { name: 'Close' }).click();
      await flap.waitFor();
      expect(await focused(page)).toBe('flap');
      expect(await flap.getAttribute('aria-expanded')).toBe('false');
      expect(await prompt.getByRole('radio').count()).toBe(0);
      await page.keyboard.press('Enter');
      expect(await prompt.getByRole('radio', { name: '9' }).isChecked()).toBe(true);
      expect(await prompt.getByRole('textbox').inputValue()).toBe('The coffee');
      expect(await focused(page)).toBe('radio 9');
      await prompt.getByRole('button', { name: 'Submit' }).click();
      await expect.poll(() => eventsOf(collector, 'completed').length).toBe(1);
      expect(eventsOf(collector, 'displayed').length).toBe(1);
      expect(eventsOf(collector, 'dismissed')).toEqual([]);
    },
  );

  it('a tab prompt is removed when the respondent chooses "Ask me later"', async () => {
    const { prompt, flap, collector } = await open();
    await flap.click();
    await prompt.getByRole('button', { name: 'Ask me later' }).click();
    await expect.poll(() => prompt.count()).toBe(0);
    await expect.poll(() => eventsOf(collector, 'snoozed').length).toBe(1);
  });

  it('a tab prompt is removed when its thanks are closed, and when the respondent chooses "Don’t ask again"', async () => {
    const { page, prompt, flap, collector } = await open();
    await flap.click();
    await page.keyboard.press('Escape');
    await flap.waitFor();
    await page.reload();
    await flap.click();
    await prompt.getByRole('radio', { name: '4' }).click();
    await prompt.getByRole('button', { name: 'Submit' }).click();
    await expect.poll(() => focused(page)).toBe('thanks');
    await prompt.getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => prompt.count()).toBe(0);
    await expect.poll(() => eventsOf(collector, 'completed').length).toBe(1);
    expect(eventsOf(collector, 'dismissed')).toEqual([]);
    await page.evaluate('scorelet.show("a", { force: true })');
    await flap.click();
    await prompt.getByRole('button', { name: 'Don’t ask again' }).click();
    await expect.poll(() => prompt.count()).toBe(0);
    await expect.poll(() => eventsOf(collector, 'dismissed')).toMatchObject([{ reason: 'never' }]);
  });

  it('setLocale() changes the language of a tab prompt, folded and open', async () => {
    const { page, prompt, flap } = await open();
    await page.evaluate("scorelet.setLocale('de')");
    await expect.poll(() => prompt.locator('.edge').getAttribute('lang')).toBe('de');
    await flap.click();
    await prompt.getByRole('button', { name: 'Absenden' }).waitFor();
  });

  it('a tab prompt announces its thanks even when the focus is elsewhere on the page', async () => {
    const { page, prompt, flap } = await open();
    await flap.click();
    await prompt.getByRole('radio', { name: '4' }).click();
    await page.locator('#own').focus();
    await prompt.locator('.submit').evaluate((button) => (button as HTMLElement).click());
    await expect.poll(() => prompt.getByRole('status').textContent()).toBe('Thank you for your feedback!');
  });

  it('a tab prompt does not block another prompt, and setLocale() and destroy() affect both', async () => {
    const { page, prompt, close } = await openSurveys(browser, [
      { id: 'tab', metric: 'nps', presentation: 'tab' },
      { id: 'popover', metric: 'csat' },
    ]);
    onTestFinished(close);
    await prompt.getByRole('button', { name: 'Feedback' }).waitFor();
    await prompt.getByRole('radiogroup', { name: /how satisfied/ }).waitFor();
    const say = (...command: unknown[]) =>
      page.evaluate((all) => (window as unknown as { scorelet: unknown[] }).scorelet.push(all), command);
    await say('setLocale', 'fr');
    await prompt.getByRole('button', { name: 'Envoyer' }).waitFor();
    await expect.poll(() => prompt.locator('.flap').textContent()).toBe('Votre avis');
    await say('destroy');
    await expect.poll(() => prompt.count()).toBe(0);
  });
});
