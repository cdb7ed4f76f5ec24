import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { openPage, tag } from '../helpers/page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const SURVEY = tag('data-metric="nps" data-brand="Acme"');
/** Another page of the same site, on which no survey is due. */
const NOTHING_DUE = {
  '/other': { html: `<!doctype html><title>Other</title>${tag('data-trigger="manual" data-metric="nps"')}` },
};

const open = async (body = SURVEY) => {
  const opened = await openPage(browser, { body, files: NOTHING_DUE });
  return { ...opened, prompt: opened.page.locator('scorelet-prompt') };
};
type Opened = Awaited<ReturnType<typeof open>>;

/** Other pages wait two seconds before they send an event that this page has recorded. The timeout must be longer. */
const SOON = { timeout: 8000 };

/** Returns the keys in localStorage and sessionStorage, and the names of the databases. */
const stored = ({ page }: Opened) =>
  page.evaluate(async () => ({
    local: Object.keys(localStorage).sort(),
    tab: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
  }));

describe('an unfinished response', () => {
  it('an unfinished response continues after a reload with the same score, comment and response id', async () => {
    const opened = await open();
    const { page, prompt, collector } = opened;
    await prompt.getByRole('radio', { name: '9' }).click();
    await prompt.getByRole('textbox').fill('Cheap and');
    await expect.poll(() => collector.received.some(({ event }) => event.type.includes('answered')), SOON).toBe(true);
    // Reload twice: a restored response is kept even when the respondent adds nothing.
    await page.reload();
    await prompt.getByRole('textbox').waitFor();
    await page.reload();
    await prompt.getByRole('textbox').waitFor();
    expect(await prompt.getByRole('radio', { name: '9' }).isChecked()).toBe(true);
    expect(await prompt.getByRole('textbox').inputValue()).toBe('Cheap and');
    await prompt.getByRole('textbox').pressSequentially(' quick');
    await prompt.getByRole('button', { name: 'Submit' }).click();
    await expect.poll(() => collector.received.some(({ event }) => event.type.includes('completed'))).toBe(true);
    const events = collector.received.map(({ event }) => event);
    expect(new Set(events.map(({ subject }) => subject)).size).toBe(1);
    expect(events.map(({ data }) => data.sequence).sort()).toEqual(events.map((_, index) => index));
    expect(events.filter(({ type }) => type.includes('displayed'))).toHaveLength(1);
    const completed = events.find(({ type }) => type.includes('completed'));
    expect(completed?.data).toMatchObject({ answers: [{ score: 9 }, { text: 'Cheap and quick' }] });
    await page.reload();
    await page.waitForTimeout(1500);
    expect(await prompt.count()).toBe(0);
    await opened.close();
  });

  it('an unfinished response that was dismissed does not return after a reload', async () => {
    const opened = await open();
    const { page, prompt } = opened;
    await prompt.getByRole('radio', { name: '3' }).click();
    await prompt.getByRole('button', { name: 'Close' }).click();
    await page.reload();
    await page.waitForTimeout(1500);
    expect(await prompt.count()).toBe(0);
    expect((await stored(opened)).tab).toEqual([]);
    await opened.close();
  });
});

describe('an answer that the collector did not receive', () => {
  it('an undelivered answer is sent by a later page without a due prompt; then no event is left on the device, and a reload fetches only the first file', async () => {
    const opened = await open();
    const { page, prompt, collector } = opened;
    collector.down = true;
    await prompt.getByRole('radio', { name: '9' }).click();
    await expect.poll(() => collector.bodies.length).toBeGreaterThan(0);
    const { local, databases } = await stored(opened);
    expect(local.some((key) => key.startsWith('scorelet:1:q:'))).toBe(true);
    expect(databases).toEqual(['scorelet']);
    await page.evaluate(() => sessionStorage.clear());
    await page.goto(opened.siteUrl('/nothing'));
    collector.down = false;
    await page.goto(opened.siteUrl('/other'));
    await expect.poll(() => collector.received.some(({ event }) => event.type.includes('answered')), SOON).toBe(true);
    await expect
      .poll(() => stored(opened), SOON)
      .toEqual({ local: ['scorelet:1:f::nps', 'scorelet:1:n:nps'], tab: [], databases: [] });
    collector.fetched.length = 0;
    await page.reload();
    await page.waitForTimeout(1500);
    expect(collector.fetched).toEqual(['/scorelet.js']);
    await opened.close();
  });

  it('an undelivered answer is restored from IndexedDB when localStorage has lost it', async () => {
    const opened = await open();
    const { page, prompt, collector } = opened;
    collector.down = true;
    await prompt.getByRole('radio', { name: '9' }).click();
    await expect.poll(async () => (await stored(opened)).databases).toEqual(['scorelet']);
    // A browser that is killed loses the last seconds of localStorage.
    await page.goto(opened.siteUrl('/nothing'));
    collector.down = false;
    await page.evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
    await page.goto(opened.siteUrl('/other'));
    await expect.poll(() => collector.received.some(({ event }) => event.type.includes('answered')), SOON).toBe(true);
    await opened.close();
  });
});

it('events are posted as application/cloudevents-batch+json when data-wire is "cloudevents"', async () => {
  const opened = await open(tag('data-metric="nps" data-wire="cloudevents"'));
  const types: (string | undefined)[] = [];
  opened.page.on('request', (request) => {
    if (request.method() === 'POST') types.push(request.headers()['content-type']);
  });
  await opened.prompt.getByRole('radio', { name: '9' }).click();
  await expect.poll(() => opened.collector.received.some(({ event }) => event.type.includes('answered'))).toBe(true);
  expect(new Set(types)).toEqual(new Set(['application/cloudevents-batch+json']));
  await opened.close();
});
