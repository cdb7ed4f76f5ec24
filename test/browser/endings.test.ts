import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { eventsOf, focused, openSurveys, still } from '../helpers/surveyPage.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const open = async (survey: Record<string, unknown>) => {
  const opened = await openSurveys(
    browser,
    { id: 'a', metric: 'nps', ...survey },
    { body: '<button id="own">Own</button>', context: still(1000) },
  );
  onTestFinished(opened.close);
  const { page, prompt } = opened;
  /** Chooses a score with the pointer, submits it and waits for the thanks. */
  const answer = async (score: string) => {
    await prompt.getByRole('radio', { name: score }).click();
    await prompt.getByRole('button', { name: 'Submit' }).click();
    await prompt.locator('.thanks').waitFor();
  };
  /** Installs a fake clock in the page, which the test can move forward. */
  const holdClock = async () => {
    await prompt.getByRole('radio').first().waitFor();
    await page.clock.install();
  };
  return { ...opened, answer, holdClock };
};

describe('the thanks', () => {
  it('the thanks stay until the respondent closes them', async () => {
    const { page, prompt, answer, holdClock } = await open({});
    await holdClock();
    await answer('7');
    await page.mouse.move(10, 10);
    await page.locator('#own').focus();
    await page.clock.runFor('01:00:00');
    expect(await prompt.locator('.thanks').count()).toBe(1);
  });

  it.each(['popover', 'banner', 'modal'])(
    'the thanks of a %s close when the time in closeAfter has passed since the pointer left them',
    async (presentation) => {
      const { page, prompt, collector, answer, holdClock } = await open({ presentation, closeAfter: '10s' });
      await holdClock();
      await answer('7');
      // The timer does not run while the pointer is on the card.
      await prompt.locator('.thanks').hover();
      await page.clock.runFor(30_000);
      expect(await prompt.locator('.thanks').count()).toBe(1);
      await page.mouse.move(10, 10);
      await page.clock.runFor(9000);
      expect(await prompt.locator('.thanks').count()).toBe(1);
      // The pointer returns to the card: the timer starts again.
      await prompt.locator('.thanks').hover();
      await page.clock.runFor(5000);
      await page.mouse.move(10, 10);
      await page.clock.runFor(9000);
      expect(await prompt.locator('.thanks').count()).toBe(1);
      await page.clock.runFor(1500);
      expect(await prompt.count()).toBe(0);
      await page.clock.resume();
      await expect.poll(() => eventsOf(collector, 'completed').length).toBe(1);
      expect(eventsOf(collector, 'dismissed')).toEqual([]);
    },
  );

  it('the thanks stay while they have the keyboard focus', async () => {
    const { page, prompt, holdClock } = await open({ closeAfter: '10s', followUp: false });
    await holdClock();
    await prompt.getByRole('radio').first().focus();
    await page.keyboard.press('8');
    await page.keyboard.press('Enter');
    await prompt.locator('.thanks').waitFor();
    expect(await focused(page)).toBe('thanks');
    await page.clock.runFor(60_000);
    expect(await prompt.locator('.thanks').count()).toBe(1);
    await page.locator('#own').focus();
    await page.clock.runFor(11_000);
    expect(await prompt.count()).toBe(0);
    expect(await focused(page)).toBe('own');
  });
});

describe('an ending', () => {
  const endings = [
    {
      segments: ['promoter'],
      thanks: 'You are kind!',
      link: { url: 'https://reviews.example/acme', label: 'Tell others' },
    },
    { segments: ['detractor'], thanks: 'We will do better.' },
  ];

  it('an ending matches the respondent’s segment, and a click on its link is reported to the collector', async () => {
    const { page, prompt, collector, answer } = await open({ endings, thanks: 'Thanks.' });
    await page.context().route('https://reviews.example/**', (route) => route.fulfill({ body: 'Reviews' }));
    await answer('9');
    expect(await prompt.locator('.thanks').textContent()).toBe('You are kind!');
    const link = prompt.getByRole('link', { name: 'Tell others' });
    expect(await link.getAttribute('href')).toBe('https://reviews.example/acme');
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('submit');
    const opened = page.waitForEvent('popup');
    await link.click();
    await opened;
    await expect
      .poll(() => eventsOf(collector, 'linkFollowed'))
      .toMatchObject([{ link: 'ending', url: 'https://reviews.example/acme' }]);
  });

  it.each([
    ['2', 'We will do better.'],
    ['7', 'Thanks.'],
  ])('the ending for the score %s says "%s" and has no link', async (score, thanks) => {
    const { prompt, answer } = await open({ endings, thanks: 'Thanks.' });
    await answer(score);
    expect(await prompt.locator('.thanks').textContent()).toBe(thanks);
    expect(await prompt.getByRole('link').count()).toBe(0);
  });

  it('an ending shows no link when its URL is on another site and not https', async () => {
    const { prompt, answer } = await open({
      endings: [{ thanks: 'Bye', link: { url: 'http://reviews.example/', label: 'Tell others' } }],
    });
    await answer('9');
    expect(await prompt.locator('.thanks').textContent()).toBe('Bye');
    expect(await prompt.locator('a').count()).toBe(0);
  });

  it('an ending with a javascript: URL turns the survey off, and the console names the ending as the cause', async () => {
    const { page, prompt, lines } = await open({
      endings: [{ link: { url: 'javascript:alert(1)', label: 'Tell others' } }],
    });
    await expect.poll(() => lines.join()).toContain('endings');
    await page.waitForTimeout(1500);
    expect(await prompt.count()).toBe(0);
  });
});
