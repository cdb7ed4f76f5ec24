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
/** The same site on a page that has no survey for this visitor. */
const NOTHING_DUE = {
  '/other': { html: `<!doctype html><title>Other</title>${tag('data-trigger="manual" data-metric="nps"')}` },
};

const open = async (body = SURVEY) => {
  const opened = await openPage(browser, { body, files: NOTHING_DUE });
  return { ...opened, prompt: opened.page.locator('scorelet-prompt') };
};
type Opened = Awaited<ReturnType<typeof open>>;

/** Another page takes up what is not about to be sent by the page that it belongs to: two seconds. */
const SOON = { timeout: 8000 };

/** What is on the device, in whichever store. */
const stored = ({ page }: Opened) =>
  page.evaluate(async () => ({
    local: Object.keys(localStorage).sort(),
    tab: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
  }));

describe('a response in the middle', () => {
  it('goes on after a reload: the score, the comment and the response are the same', async () => {
    const opened = await open();
    const { page, prompt, collector } = opened;
    await prompt.getByRole('radio', { name: '9' }).click();
    await prompt.getByRole('textbox').fill('Cheap and');
    await expect.poll(() => collector.received.some(({ event }) => event.type.includes('answered')), SOON).toBe(true);
    // Twice: what is taken up is not lost when nothing more is said.
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

  it('that was dismissed does not come back', async () => {
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

describe('an answer that nobody took', () => {
  it('is delivered from a later page on which no prompt is due, and then nothing is left and nothing fetched', async () => {
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

  it('is found in IndexedDB when localStorage has lost it', async () => {
    const opened = await open();
    const { page, prompt, collector } = opened;
    collector.down = true;
    await prompt.getByRole('radio', { name: '9' }).click();
    await expect.poll(async () => (await stored(opened)).databases).toEqual(['scorelet']);
    // What a killed browser does to the last seconds of it.
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

it('posts what a strict CloudEvents sink reads, when it is asked to', async () => {
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
