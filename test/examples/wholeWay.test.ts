/** Tests the demo from end to end: `npm start`, the shop, the help desk, the results page and the database. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';

const START_MS = 180_000;

interface Demo {
  shop: string;
  helpdesk: string;
  results: string;
  output: () => string;
  /** Sends Ctrl-C. Resolves the exit code and the milliseconds until the exit. */
  stop(): Promise<{ code: number | null; ms: number }>;
}

const startDemo = (dataDir: string, port: number): Promise<Demo> =>
  new Promise((resolve, reject) => {
    const child: ChildProcess = spawn(process.execPath, ['examples/start.mjs'], {
      env: {
        ...process.env,
        DATA_DIR: dataDir,
        PORT: `${port}`,
        SCORELET_MODE: 'live',
        SCORELET_DIST: 'keep',
        NO_COLOR: '1',
      },
    });
    let text = '';
    const exited = new Promise<number | null>((done) => child.once('exit', done));
    const read = (part: Buffer) => {
      text += part;
      const urlOf = (name: string) => text.match(new RegExp(`${name}\\s+(http://\\S+)`))?.[1];
      const [shop, helpdesk, results] = ['Shop', 'Help desk', 'Results'].map(urlOf);
      if (!shop || !helpdesk || !results || !text.includes('Ctrl-C')) return;
      const stop = async () => {
        const asked = Date.now();
        child.kill('SIGINT');
        return { code: await exited, ms: Date.now() - asked };
      };
      resolve({ shop, helpdesk, results, output: () => text, stop });
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    void exited.then((code) => reject(new Error(`npm start ended with ${code}:\n${text}`)));
  });

const rowsOf = async (dataDir: string) => {
  const database = await PGlite.create(dataDir);
  const { rows } = await database.query<{
    type: string;
    survey_id: string;
    subject_id: string;
    data: Record<string, unknown>;
  }>('select type, survey_id, subject_id, data from events order by occurred_at, sequence');
  await database.close();
  return rows;
};

/** Adds a product to the cart and places an order. */
const order = async (page: Page, shop: string) => {
  await page.goto(`${shop}/products/guji-highland`);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.goto(`${shop}/checkout`);
  await page.getByLabel('Name').fill('Ada Lovelace');
  await page.getByLabel('E-mail').fill('ada@example.org');
  await page.getByLabel('Street and number').fill('Hill 1');
  await page.getByLabel('Postcode').fill('1234');
  await page.getByLabel('City').fill('London');
  await page.getByRole('button', { name: 'Place the order' }).click();
};

describe('the demo from end to end', () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'scorelet-demo-'));
  const database = path.join(dataDir, 'postgres');
  let browser: Browser;
  let demo: Demo;
  beforeAll(async () => {
    browser = await launchBrowser();
    demo = await startDemo(dataDir, 4700);
  }, START_MS);
  afterAll(async () => {
    await browser.close();
    await demo.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('shows a score and a comment from the shop on the results page', async () => {
    const context = await browser.newContext();
    const results = await context.newPage();
    await results.goto(`${demo.results}?survey=post-purchase`);
    await results
      .getByText(/no answers yet/i)
      .first()
      .waitFor();

    const page = await context.newPage();
    await order(page, demo.shop);
    const prompt = page.locator('scorelet-prompt');
    await prompt.getByRole('radio', { name: '9' }).click();
    await prompt.getByRole('textbox').fill('Fresh, and here the next day');
    await prompt.getByRole('button', { name: 'Submit' }).click();
    await prompt.getByText('Thank you').waitFor();

    // The results page was open before and updates by itself.
    await results.getByText('Fresh, and here the next day').waitFor();
    // The results page shows no score for a single answer.
    expect(await results.getByText('+100').count()).toBe(0);
    await results
      .getByText(/1 of 1 people who were asked answered/i)
      .first()
      .waitFor();
    await results.getByText('What did you like most?').first().waitFor();
    // Five answers are enough for a score.
    for (const score of ['10', '9', '10', '9']) {
      await order(page, demo.shop);
      await prompt.getByRole('radio', { name: score }).click();
      await prompt.getByRole('button', { name: 'Submit' }).click();
      await prompt.getByText('Thank you').waitFor();
    }
    await results.getByText('+100').first().waitFor();
    await results
      .getByText(/5 of 5 people who were asked answered/i)
      .first()
      .waitFor();
    await page.goto(`${demo.shop}/csp-reports`);
    expect(await page.locator('body').innerText()).not.toContain('violated');
    await context.close();
  });

  it('asks when a help desk ticket is solved, and the results count the answer', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(demo.helpdesk);
    const prompt = page.locator('scorelet-prompt');
    await page
      .getByRole('link', { name: /Reply from us/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Mark as solved' }).click();
    await prompt.getByRole('radio', { name: '6' }).click();
    await prompt.getByRole('button', { name: 'Submit' }).click();
    await prompt.getByText('Thank you').waitFor();
    const results = await context.newPage();
    await results.goto(`${demo.results}?survey=ticket-closed`);
    await results
      .getByText(/1 of 1 people who were asked answered/i)
      .first()
      .waitFor();
    await context.close();
  });

  it('asks for reasons after a score in the segment "difficult", and shows the e-mail address with the consent', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(demo.helpdesk);
    await page
      .getByRole('link', { name: /Reply from us/ })
      .nth(1)
      .click();
    await page.getByRole('button', { name: 'Mark as solved' }).click();
    const prompt = page.locator('scorelet-prompt');
    await prompt.getByRole('radio', { name: '2' }).click();
    await prompt.getByRole('checkbox', { name: 'Waiting for an answer' }).click();
    await prompt.getByRole('checkbox', { name: 'It is not really solved' }).click();
    await prompt.getByLabel('What should we do differently?').fill('Pick up the phone');
    await prompt.getByLabel('Where can our team lead reach you?').fill('maya@example.org');
    await prompt.getByRole('checkbox', { name: 'You may write to me about this ticket.' }).click();
    await prompt.getByRole('button', { name: 'Submit' }).click();
    await prompt.getByText('Thank you').waitFor();
    // The element that the prompt is anchored to still works: it reopens the ticket.
    await page.getByRole('button', { name: 'Reopen the ticket' }).click();
    await page.getByLabel('Your reply').waitFor();
    const results = await context.newPage();
    await results.goto(`${demo.results}?survey=ticket-closed`);
    const reasons = results.getByRole('region', { name: 'What made it difficult?' });
    await reasons.getByRole('row', { name: /It is not really solved/ }).waitFor();
    expect(await reasons.getByText('1 person').count()).toBe(1);
    const comment = results.getByRole('listitem').filter({ hasText: 'Pick up the phone' });
    await comment.getByRole('link', { name: 'maya@example.org' }).waitFor();
    expect(await comment.innerText()).toMatch(/Consent given to\s“?You may write to me about this ticket\./);
    await context.close();
  });

  it('shows a star survey in the guide, with a follow-up that depends on the segment', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${demo.shop}/guide/pour-over`);
    const prompt = page.locator('scorelet-prompt');
    // A star covers its radio button, so the click hits the label of both.
    await prompt.getByRole('radio', { name: '2 out of 5' }).click({ force: true });
    await prompt.getByText('What did you miss?').waitFor();
    await prompt.getByRole('radio', { name: '5 out of 5' }).click({ force: true });
    await prompt.getByRole('radio', { name: 'Cold brew' }).click();
    expect(await prompt.getByText('What did you miss?').count()).toBe(0);
    await prompt.getByRole('button', { name: 'Submit' }).click();
    // The link opens in a new tab.
    const opened = context.waitForEvent('page');
    await prompt.getByRole('link', { name: 'The coffee we brew this way' }).click();
    await (await opened).waitForURL('**/products/guji-highland');
    const origin = new URL(demo.results).origin;
    const exported = async () => (await fetch(`${origin}/api/export.csv?survey=guide-satisfaction`)).text();
    await expect.poll(exported).toContain('cold-brew,Cold brew,');
    await page.goto(`${demo.shop}/csp-reports`);
    expect(await page.locator('body').innerText()).not.toContain('violated');
    await context.close();
  });

  it('exports the answers as CSV and JSON', async () => {
    const origin = new URL(demo.results).origin;
    const csv = await (await fetch(`${origin}/api/export.csv?survey=post-purchase`)).text();
    expect(csv).toContain('Fresh, and here the next day');
    const json = (await (await fetch(`${origin}/api/export.json?survey=post-purchase`)).json()) as unknown;
    expect(JSON.stringify(json)).toContain('"score":9');
  });

  it('exits with 0 on Ctrl-C, keeps its stored events across a restart, and uses another port when its port is taken', async () => {
    const first = await demo.stop();
    expect(first.code).toBe(0);
    expect(first.ms).toBeLessThan(10_000);

    const rows = await rowsOf(database);
    const answered = rows.filter(({ type }) => type === 'scorelet.question.answered.v1');
    expect(answered.filter(({ survey_id }) => survey_id === 'post-purchase')).toHaveLength(6);
    // One response has a score. The other has a score, reasons, a comment, an e-mail address and a consent.
    expect(answered.filter(({ survey_id }) => survey_id === 'ticket-closed')).toHaveLength(6);
    expect(answered.find(({ survey_id }) => survey_id === 'post-purchase')).toMatchObject({
      subject_id: expect.stringMatching(/\w/),
      data: { answer: { score: 9, segment: 'promoter', scale: { min: 0, max: 10, polarity: 'higher_is_better' } } },
    });
    expect(answered.find(({ survey_id }) => survey_id === 'ticket-closed')?.data).toMatchObject({
      subject: { type: 'ticket' },
      context: { resolution: { timeToResolutionMs: expect.any(Number) } },
      answer: { score: 6, segment: 'easy', instrument: { variant: 'ces2' } },
    });

    const blocker = createServer(() => {});
    await new Promise<void>((resolve) => blocker.listen(4700, resolve));
    demo = await startDemo(dataDir, 4700);
    expect(demo.output()).toContain('4700 is taken');
    expect(new URL(demo.results).port).not.toBe('4700');
    const again = await browser.newPage();
    await again.goto(`${demo.results}?survey=post-purchase`);
    await again.getByText('+100').first().waitFor();
    await again.close();
    await new Promise((resolve) => blocker.close(resolve));
  });
});
