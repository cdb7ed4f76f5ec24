import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { parseEvent } from '../../src/schema/index.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { eventsOf, focused, openSurveys, type SurveyPageOptions, still } from '../helpers/surveyPage.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const SURVEY = {
  id: 'a',
  questions: [
    { type: 'nps' },
    {
      type: 'choice',
      id: 'reasons',
      title: 'What was in the way?',
      multiple: true,
      other: true,
      segments: ['detractor'],
      options: [
        { id: 'price', label: 'The price' },
        { id: 'delivery', label: 'The delivery' },
      ],
    },
    {
      type: 'choice',
      id: 'best',
      title: 'What was best?',
      segments: ['promoter'],
      options: [
        { id: 'price', label: 'The price' },
        { id: 'delivery', label: 'The delivery' },
      ],
    },
    { type: 'email', segments: ['detractor'] },
    { type: 'consent', title: 'You may write to me', segments: ['detractor'], required: true },
    { type: 'csat', style: 'star' },
    { type: 'text', id: 'more' },
  ],
};

const open = async (options: SurveyPageOptions = {}, survey: Record<string, unknown> = SURVEY) => {
  const opened = await openSurveys(browser, survey, { context: still(1000, 900), ...options });
  onTestFinished(opened.close);
  await opened.prompt.locator('.card').waitFor();
  return opened;
};

/** Presses a key this many times, and checks each time that the focus is not lost to the body. */
const press = async (page: Page, key: string, times = 1) => {
  for (let time = 0; time < times; time++) {
    await page.keyboard.press(key);
    expect(await focused(page)).not.toBe('BODY');
  }
};

describe('a survey with a choice, an e-mail address, a consent and a second step', () => {
  it('a survey with every kind of question can be completed by keyboard alone, and each answer reaches the collector once', async () => {
    const { page, prompt, collector, lines } = await open();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('radio 0');
    await press(page, '3');
    await prompt.getByRole('group', { name: /What was in the way/ }).waitFor();
    await press(page, 'Tab');
    expect(await focused(page)).toBe('checkbox price');
    await press(page, 'Space');
    await press(page, 'Tab', 2);
    expect(await focused(page)).toBe('checkbox other');
    await press(page, 'Space');
    await press(page, 'Tab');
    await page.keyboard.type('The colour');
    await press(page, 'Tab');
    expect(await focused(page)).toBe('email');
    await page.keyboard.type('ann@example');
    await press(page, 'Tab');
    expect(await focused(page)).toBe('consent');

    // Enter in a field acts as Next. Each invalid question shows its error, and the first one gets the focus.
    await press(page, 'Shift+Tab');
    await press(page, 'Enter');
    await prompt.getByText('Please enter an e-mail address such as name@example.com.').waitFor();
    await prompt.getByText('Please answer this question.').waitFor();
    expect(await focused(page)).toBe('email');
    await press(page, 'End');
    await page.keyboard.type('.com');
    await press(page, 'Tab');
    await press(page, 'Space');
    await press(page, 'Tab');
    expect(await focused(page)).toBe('submit');
    expect(await prompt.locator('.submit').textContent()).toBe('Next');
    await press(page, 'Enter');

    await prompt.getByText('Question 2 of 2').waitFor();
    expect(await focused(page)).toBe('radio 1');
    expect(await prompt.getByRole('radio').first().getAttribute('aria-label')).toBe('1 out of 5 – Very dissatisfied');
    await press(page, 'ArrowRight', 3);
    expect(await focused(page)).toBe('radio 4');
    await press(page, 'Tab');
    expect(await focused(page)).toBe('more');
    await page.keyboard.type('Thanks');
    await press(page, 'Tab');
    expect(await focused(page)).toBe('back');

    // Back and Next keep all answers and restore the focus.
    await press(page, 'Enter');
    expect(await focused(page)).toBe('radio 3');
    expect(await prompt.getByRole('checkbox', { name: 'The price' }).isChecked()).toBe(true);
    expect(await prompt.getByRole('checkbox', { name: 'The delivery' }).isChecked()).toBe(false);
    expect(await prompt.getByRole('textbox', { name: 'Other' }).inputValue()).toBe('The colour');
    expect(await prompt.getByRole('textbox', { name: /e-mail/ }).inputValue()).toBe('ann@example.com');
    await press(page, 'Enter');
    expect(await focused(page)).toBe('radio 4');
    expect(await prompt.getByRole('textbox').inputValue()).toBe('Thanks');
    await press(page, 'Tab', 3);
    expect(await focused(page)).toBe('submit');
    await press(page, 'Enter');
    expect(await focused(page)).toBe('thanks');

    await expect.poll(() => eventsOf(collector, 'completed').length).toBe(1);
    for (const { json } of collector.received) expect(() => parseEvent(JSON.parse(json))).not.toThrow();
    const [completed] = eventsOf(collector, 'completed');
    expect(completed?.answers).toMatchObject([
      { kind: 'score', score: 3, segment: 'detractor', commit: { inputMode: 'keyboard' } },
      {
        kind: 'choice',
        multiple: true,
        other: 'The colour',
        choices: [
          { id: 'price', label: 'The price' },
          { id: 'other', label: 'Other' },
        ],
        commit: { inputMode: 'keyboard' },
      },
      { kind: 'email', email: 'ann@example.com' },
      { kind: 'consent', given: true, question: { title: 'You may write to me' } },
      { kind: 'score', score: 4, scale: { style: 'star', max: 5 }, segment: 'satisfied' },
      { kind: 'text', text: 'Thanks' },
    ]);
    // Each answer was sent once, when it was committed.
    expect(eventsOf(collector, 'answered').map(({ answer }) => answer.kind)).toEqual([
      'score',
      'choice',
      'email',
      'consent',
      'score',
      'text',
    ]);
    const sequences = collector.received.map(({ event }) => event.data.sequence).sort((a, b) => a - b);
    expect(sequences).toEqual(sequences.map((_, index) => index));
    expect(lines).toEqual([]);
  });

  it('questions depend on the segment of the score, and an answer is dropped when its question no longer applies', async () => {
    const { prompt, collector } = await open();
    await prompt.getByRole('radio', { name: '2' }).click();
    await prompt.getByRole('checkbox', { name: 'The price' }).click();
    await prompt.getByRole('radio', { name: '8' }).click();
    await expect.poll(() => prompt.getByRole('checkbox').count()).toBe(0);
    await prompt.getByRole('radio', { name: '10' }).click();
    await prompt.getByRole('radio', { name: 'The delivery' }).click();
    await prompt.getByRole('radio', { name: 'The price' }).click();
    await prompt.getByRole('button', { name: 'Next' }).click();
    await prompt.getByRole('radio', { name: /^5 out of 5/ }).click();
    await prompt.getByRole('button', { name: 'Submit' }).click();
    await expect
      .poll(() => eventsOf(collector, 'completed')[0]?.answers)
      .toMatchObject([
        { score: 10 },
        { kind: 'choice', multiple: false, choices: [{ id: 'price' }], commit: { inputMode: 'pointer' } },
        { score: 5 },
      ]);
    expect(eventsOf(collector, 'skipped').map(({ question }) => question.id)).toEqual(['more']);
  });

  it('a survey with two steps continues after a reload at the same step with the same answers', async () => {
    const { page, prompt, collector } = await open();
    await prompt.getByRole('radio', { name: '10' }).click();
    await prompt.getByRole('radio', { name: 'The delivery' }).click();
    await prompt.getByRole('button', { name: 'Next' }).click();
    await prompt.getByRole('radio', { name: /^2 out of 5/ }).click();
    await page.reload();
    await prompt.getByText('Question 2 of 2').waitFor();
    expect(await prompt.getByRole('radio', { name: /^2 out of 5/ }).isChecked()).toBe(true);
    await prompt.getByRole('button', { name: 'Back' }).click();
    expect(await prompt.getByRole('radio', { name: 'The delivery' }).isChecked()).toBe(true);
    await prompt.getByRole('button', { name: 'Next' }).click();
    await prompt.getByRole('button', { name: 'Submit' }).click();
    await expect.poll(() => eventsOf(collector, 'completed')[0]?.answers.length).toBe(3);
    expect(new Set(collector.received.map(({ event }) => event.subject)).size).toBe(1);
  });
});

describe('a survey without a score', () => {
  it('a survey without a score begins with its first question', async () => {
    const { page, prompt, collector } = await open(
      {},
      { id: 'a', presentation: 'modal', questions: [{ type: 'text', title: 'What is missing?', required: true }] },
    );
    await expect.poll(() => focused(page)).toBe('comment');
    await prompt.getByRole('button', { name: 'Submit' }).click();
    await prompt.getByText('Please answer this question.').waitFor();
    expect(await focused(page)).toBe('comment');
    await page.keyboard.type('Sizes');
    await prompt.getByRole('button', { name: 'Submit' }).click();
    await expect.poll(() => eventsOf(collector, 'completed')[0]?.answers).toMatchObject([{ text: 'Sizes' }]);
    for (const { json } of collector.received) expect(() => parseEvent(JSON.parse(json))).not.toThrow();
  });
});

describe('scales without numbers', () => {
  it.each([
    [{ type: 'csat', style: 'star' }, ['1 out of 5 – Very dissatisfied', '5 out of 5 – Very satisfied']],
    [{ type: 'csat', style: 'emoji' }, ['1 out of 5 – Very dissatisfied', '5 out of 5 – Very satisfied']],
    [
      { type: 'rating', title: 'Helpful?', min: 0, max: 1, polarity: 'higher_is_better', style: 'thumb' },
      ['Thumbs down', 'Thumbs up'],
    ],
    [{ type: 'csat', style: 'label' }, ['Very dissatisfied', 'Very satisfied']],
  ])('a scale without numbers gives its points accessible names in words: %j', async (question, [lowest, highest]) => {
    const { page, prompt, collector } = await open({ context: still(320, 568) }, { id: 'a', questions: [question] });
    const names = await prompt
      .getByRole('radio')
      .evaluateAll((all) => all.map((each) => each.getAttribute('aria-label') ?? each.parentElement?.textContent));
    expect([names[0], names.at(-1)]).toEqual([lowest, highest]);
    const boxes = await prompt
      .getByRole('radio')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().toJSON()));
    for (const { width, height } of boxes) expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await prompt.getByRole('radio').last().click();
    await prompt.getByRole('button', { name: 'Submit' }).click();
    await expect.poll(() => eventsOf(collector, 'completed').length).toBe(1);
    for (const { json } of collector.received) expect(() => parseEvent(JSON.parse(json))).not.toThrow();
  });
});

describe('fields on a phone', () => {
  it('text fields on a phone are at least 44 px high with text of at least 16 px, so that the browser does not zoom in', async () => {
    const { prompt } = await open({
      context: { ...still(320, 568), isMobile: true, hasTouch: true },
      head: '<style>html { font-size: 10px } input, textarea { font-size: 9px }</style>',
    });
    await prompt.getByRole('radio', { name: '2' }).tap();
    await prompt.getByRole('checkbox', { name: 'Other' }).tap();
    const fields = await prompt
      .locator('input:not([type=radio], [type=checkbox]), textarea')
      .evaluateAll((all) =>
        all.map((each) => [Number.parseFloat(getComputedStyle(each).fontSize), each.getBoundingClientRect().height]),
      );
    expect(fields.length).toBe(2);
    for (const [size, height] of fields as [number, number][]) {
      expect(size).toBeGreaterThanOrEqual(16);
      expect(height).toBeGreaterThanOrEqual(44);
    }
    const boxes = await prompt
      .locator('input[type=checkbox]')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height));
    for (const height of boxes) expect(height).toBeGreaterThanOrEqual(44);
  });
});
