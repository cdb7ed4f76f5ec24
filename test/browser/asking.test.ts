import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { eventsOf, focused, openSurveys, type SurveyPageOptions, still } from '../helpers/surveyPage.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const open = async (survey: Record<string, unknown> = {}, options: SurveyPageOptions = {}) => {
  const opened = await openSurveys(
    browser,
    { id: 'a', metric: 'nps', ...survey },
    { context: still(1000), ...options },
  );
  onTestFinished(opened.close);
  const ready = () => opened.page.waitForFunction('window.scorelet && !Array.isArray(scorelet)');
  await ready();
  return { ...opened, ready };
};

describe('the button “Don’t ask again”', () => {
  it('the button “Don’t ask again” appears from the second display on, and stops the survey for every subject', async () => {
    const { page, prompt, collector, ready } = await open({ trigger: 'manual', subject: 'order' });
    const show = (id: string, force = false) =>
      page.evaluate(
        ([order, force]) =>
          (window as unknown as { scorelet: { show(...all: unknown[]): Promise<unknown> } }).scorelet.show('a', {
            subject: { type: 'order', id: order },
            force,
          }),
        [id, force] as const,
      );
    const never = prompt.getByRole('button', { name: 'Don’t ask again' });
    expect(await show('1')).toEqual({ shown: true, reasons: [] });
    await prompt.getByRole('radio').first().waitFor();
    expect(await never.count()).toBe(0);
    await prompt.getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => prompt.count()).toBe(0);

    await page.reload();
    await ready();
    // Without `force` the frequency caps would block the survey for a month.
    expect(await show('2', true)).toEqual({ shown: true, reasons: [] });
    await never.click();
    await expect.poll(() => prompt.count()).toBe(0);
    await expect
      .poll(() =>
        eventsOf(collector, 'dismissed')
          .map(({ reason }) => reason)
          .sort(),
      )
      .toEqual(['close_button', 'never']);

    await page.reload();
    await ready();
    for (const id of ['1', '2', '3']) {
      expect(await show(id)).toMatchObject({ shown: false, reasons: expect.arrayContaining(['never']) });
    }
    expect(await prompt.count()).toBe(0);
  });

  it('the button “Don’t ask again” stops the survey even after the respondent has given a score', async () => {
    const { page, prompt, collector, ready } = await open({ trigger: 'manual' });
    await page.evaluate(
      "localStorage.setItem('scorelet:1:f::a', JSON.stringify({ v: 1, records: [{ outcome: 'displayed', at: 1, metric: 'nps' }] }))",
    );
    await page.reload();
    await ready();
    await page.evaluate("scorelet.show('a')");
    await prompt.getByRole('radio', { name: '1', exact: true }).click();
    await prompt.getByRole('button', { name: 'Don’t ask again' }).click();
    await expect.poll(() => eventsOf(collector, 'dismissed')).toMatchObject([{ reason: 'never', answeredCount: 1 }]);
    expect(await page.evaluate("JSON.parse(localStorage.getItem('scorelet:1:f::a')).records.at(-1).outcome")).toBe(
      'never',
    );
  });
});

describe('a link with a score, such as ?scorelet=a:9', () => {
  it('a link with a score selects the score and reveals the comment field, but sends no answer before the respondent submits', async () => {
    const { page, prompt, collector } = await open({ trigger: 'manual' }, { path: '/?scorelet=a:9' });
    await prompt.getByRole('textbox', { name: /What did you like most/ }).waitFor();
    expect(await prompt.getByRole('radio', { name: '9' }).isChecked()).toBe(true);
    expect(await focused(page)).toBe('BODY');
    // Tab moves into the group and out again. The wait is longer than the delay after which a keyboard selection is committed.
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('radio 9');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await page.waitForTimeout(1800);
    expect(eventsOf(collector, 'answered')).toEqual([]);
    await prompt.getByRole('button', { name: 'Submit' }).click();
    await expect
      .poll(() => eventsOf(collector, 'completed')[0]?.answers)
      .toMatchObject([{ score: 9, commit: { inputMode: 'prefill', changes: 0 } }]);
    expect(eventsOf(collector, 'answered').length).toBe(1);
  });

  it('a link with a score does not show the survey again when the page is reloaded after the answer was submitted', async () => {
    const { page, prompt } = await open({ trigger: 'manual' }, { path: '/?scorelet=a:9' });
    await page.reload();
    await prompt.getByRole('button', { name: 'Submit' }).click();
    await prompt.locator('.thanks').waitFor();
    await page.reload();
    await page.waitForTimeout(2500);
    expect(await prompt.count()).toBe(0);
  });

  it('a link with a score sends no answer when the respondent closes the prompt', async () => {
    // Mail programs escape the colon and add parameters of their own.
    const { prompt, collector } = await open(
      { trigger: 'manual' },
      { path: '/?utm_source=mail&scorelet=a%3a9&utm_id=7' },
    );
    await prompt.getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => eventsOf(collector, 'dismissed')).toMatchObject([{ answeredCount: 0 }]);
    expect(eventsOf(collector, 'answered')).toEqual([]);
  });

  it('a score that the respondent chooses instead of the linked score is sent as a pointer answer', async () => {
    const { prompt, collector } = await open({ trigger: 'manual' }, { path: '/?scorelet=a:9' });
    await prompt.getByRole('radio', { name: '8' }).click();
    await expect
      .poll(() => eventsOf(collector, 'answered')[0]?.answer)
      .toMatchObject({ score: 8, commit: { inputMode: 'pointer' } });
  });

  it.each(['11', '99999999999999999999'])(
    'a link with the score %s, which is off the scale, shows the survey without a selected score',
    async (score) => {
      const { prompt, lines } = await open({ trigger: 'manual' }, { path: `/?scorelet=a:${score}` });
      await prompt.getByRole('radio').first().waitFor();
      expect(await prompt.getByRole('radio', { checked: true }).count()).toBe(0);
      expect(await prompt.getByRole('textbox').count()).toBe(0);
      expect(lines).toEqual([]);
    },
  );

  it.each(['other:9', 'a', 'a:', ':9', 'a:-1', 'a:x'])(
    'a link with the malformed or unknown value "%s" shows no survey',
    async (said) => {
      const { page, prompt } = await open({ trigger: 'manual' }, { path: `/?scorelet=${said}` });
      await page.waitForTimeout(500);
      expect(await prompt.count()).toBe(0);
    },
  );
});

describe('setLocale() while a prompt is open', () => {
  it.each(['popover', 'modal'])(
    'an open %s switches to the new language at once and keeps its answers',
    async (presentation) => {
      const { page, prompt, collector } = await open({ presentation }, { settings: { brand: 'Acme' } });
      await prompt.getByRole('radio', { name: '2' }).click();
      await prompt.getByRole('textbox').pressSequentially('Slow');
      const layer = prompt.locator('.layer');
      const before = await layer.boundingBox();
      await page.evaluate("scorelet.setLocale('ar')");
      await expect.poll(() => layer.getAttribute('dir')).toBe('rtl');
      expect(await layer.getAttribute('lang')).toBe('ar');
      expect(await focused(page)).toBe('comment');
      expect(await prompt.getByRole('textbox').inputValue()).toBe('Slow');
      expect(await prompt.getByRole('radio', { name: '2' }).isChecked()).toBe(true);
      expect(await prompt.getByText('recommend').count()).toBe(0);
      const after = await layer.boundingBox();
      if (presentation === 'popover') expect(after?.x).toBeLessThan(before?.x as number);

      await page.evaluate("scorelet.setLocale('de')");
      await prompt.getByRole('button', { name: 'Absenden' }).waitFor();
      expect(await layer.getAttribute('dir')).toBe('ltr');
      expect(await layer.getAttribute('aria-label')).not.toBe('Feedback survey');
      await page.keyboard.type('er');
      expect(await prompt.getByRole('textbox').inputValue()).toBe('Slower');
      await page.evaluate("scorelet.setLocale('en')");
      await prompt.getByRole('button', { name: 'Submit' }).click();
      await expect
        .poll(() => eventsOf(collector, 'completed')[0])
        .toMatchObject({ locale: 'en', answers: [{ score: 2 }, { text: 'Slower' }] });
      expect(eventsOf(collector, 'displayed')).toMatchObject([{ locale: 'en' }]);
    },
  );

  it('an open prompt shows the survey’s own texts in the new language if they are translated, and in the original language if not', async () => {
    const { page, prompt } = await open({
      title: 'Would you come again?',
      translations: { de: { nps: { title: 'Kommen Sie wieder?' } } },
    });
    await prompt.getByText('Would you come again?').waitFor();
    await page.evaluate("scorelet.setLocale('de-AT')");
    await prompt.getByText('Kommen Sie wieder?').waitFor();
    await page.evaluate("scorelet.setLocale('fr')");
    await prompt.getByText('Would you come again?').waitFor();
    await prompt.getByRole('button', { name: 'Envoyer' }).waitFor();
  });

  it('the next prompt uses the language that was set with setLocale()', async () => {
    const { page, prompt } = await open({ trigger: 'manual' });
    await page.evaluate("scorelet.setLocale('fr'), scorelet.show('a')");
    await prompt.getByRole('button', { name: 'Envoyer' }).waitFor();
  });
});
