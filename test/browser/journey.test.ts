import { type CloudEvent, HTTP } from 'cloudevents';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parseEvent } from '../../src/schema/index.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { stopClock } from '../helpers/page.ts';
import { type CollectorDouble, startCollector, startServer, startSite, type TestServer } from '../helpers/servers.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const answersOf = (collector: CollectorDouble) =>
  collector.received.flatMap(({ event }) =>
    event.type === 'scorelet.question.answered.v1' ? [event.data.answer] : [],
  );
const typesOf = (collector: CollectorDouble) =>
  collector.received.map(({ event }) => event.type.split('.').slice(1, 3).join('.'));

describe('a shop page with a script tag', () => {
  let collector: CollectorDouble;
  let site: TestServer;
  let page: Page;
  const reports: string[] = [];
  let reporter: TestServer;

  beforeEach(async () => {
    reports.length = 0;
    collector = await startCollector();
    reporter = await startServer(async (request, response) => {
      for await (const part of request) reports.push(String(part));
      response.writeHead(204).end();
    });
    const policy =
      `default-src 'none'; script-src 'nonce-N' 'strict-dynamic'; style-src 'none'; connect-src ${collector.origin}; img-src 'none'; ` +
      `font-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; ` +
      `trusted-types 'none'; report-uri ${reporter.origin}/report`;
    const pageWith = (attributes: string) => ({
      headers: { 'Content-Security-Policy': policy },
      html: `<!doctype html><html lang="en"><head><title>Order</title></head><body>
          <h1>Thank you for your order</h1><a href="#help">Help</a>
          <script async nonce="N" src="${collector.origin}/scorelet.js" data-collector="${collector.origin}/collect"
            data-metric="nps" data-brand="Acme" data-mode="live" ${attributes}></script></body></html>`,
    });
    site = await startSite({
      '/short': pageWith(''),
      '/order': pageWith('data-privacy-url="https://acme.example/privacy"'),
    });
    const context = await browser.newContext({ viewport: { width: 1000, height: 700 } });
    context.setDefaultTimeout(10_000);
    page = await context.newPage();
    return async () => {
      await context.close();
      await Promise.all([collector.close(), site.close(), reporter.close()]);
    };
  });

  const watchConsole = () => {
    const lines: string[] = [];
    page.on('console', (message) => lines.push(message.text()));
    page.on('pageerror', (error) => lines.push(String(error)));
    return lines;
  };

  it('a score and a comment reach the collector under a strict CSP, without a CSP report or a console line', async () => {
    const lines = watchConsole();
    await page.goto(`${site.origin}/order`);
    const prompt = page.locator('scorelet-prompt');
    await prompt.getByRole('radio', { name: '9' }).click();
    await expect.poll(() => answersOf(collector).length).toBe(1);
    await prompt.getByRole('textbox', { name: /What did you like most/ }).fill('Fast delivery');
    await prompt.getByRole('button', { name: 'Submit' }).click();
    await prompt.getByText('Thank you for your feedback!').waitFor();
    await expect.poll(() => typesOf(collector).includes('survey.completed')).toBe(true);

    expect(typesOf(collector).sort()).toEqual(
      ['question.answered', 'question.answered', 'survey.completed', 'survey.displayed', 'survey.viewed'].sort(),
    );
    expect(answersOf(collector)[0]).toMatchObject({
      kind: 'score',
      score: 9,
      normalized: 0.9,
      segment: 'promoter',
      question: { title: 'How likely is it that you would recommend Acme to a friend or colleague?' },
      instrument: { metric: 'nps', variant: 'nps', scope: 'relational' },
      scale: { min: 0, max: 10, polarity: 'higher_is_better', low: 'Not at all likely', high: 'Extremely likely' },
      commit: { inputMode: 'pointer', changes: 0 },
    });
    expect(answersOf(collector)[1]).toMatchObject({
      kind: 'text',
      text: 'Fast delivery',
      textLength: 13,
      askedSegment: 'promoter',
    });
    const sequences = collector.received.map(({ event }) => event.data.sequence).sort();
    expect(sequences).toEqual([0, 1, 2, 3, 4]);
    for (const { json } of collector.received) expect(() => parseEvent(JSON.parse(json))).not.toThrow();
    // The reference SDK parses each request body. It finds no events in text/plain, so the test sets the content type.
    for (const body of collector.bodies) {
      const read = HTTP.toEvent({ headers: { 'content-type': 'application/cloudevents-batch+json' }, body });
      const events = (Array.isArray(read) ? read : [read]) as CloudEvent<unknown>[];
      expect(events.length).toBe(JSON.parse(body).length);
      expect(events.every((each) => each.validate())).toBe(true);
    }
    expect(collector.received.some(({ event: { data } }) => data.quality.automation || data.quality.test)).toBe(false);
    await page.waitForTimeout(300);
    expect(reports).toEqual([]);
    expect(lines).toEqual([]);
  });

  it('an NPS survey fetches two files, one after the other, and nothing else', async () => {
    await page.goto(`${site.origin}/short`);
    await page.locator('scorelet-prompt').getByRole('radio').first().waitFor();
    expect(collector.fetched).toEqual(['/scorelet.js', expect.stringMatching(/^\/scorelet-prompt-[\w-]+\.js$/)]);
  });

  it('a survey can be completed by keyboard alone, and moving past a score does not commit it', async () => {
    await page.clock.install();
    await page.goto(`${site.origin}/order`);
    const prompt = page.locator('scorelet-prompt');
    await prompt.getByRole('radio').first().waitFor();
    // The focus stays where it was. Tab reaches the prompt after the page's own controls.
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    // The clock is stopped, so that no selection is committed by waiting.
    await stopClock(page);
    await page.keyboard.press('Space');
    for (let press = 0; press < 8; press++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
    await page.clock.resume();
    await expect.poll(() => answersOf(collector).length).toBe(1);
    expect(answersOf(collector)[0]).toMatchObject({
      score: 8,
      segment: 'passive',
      commit: { inputMode: 'keyboard', changes: 0 },
    });
    await page.keyboard.type('Cheaper shipping');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await prompt.getByText('Thank you for your feedback!').waitFor();
    expect(
      await page.evaluate(() => document.querySelector('scorelet-prompt')?.shadowRoot?.activeElement?.className),
    ).toBe('thanks');
    await expect.poll(() => answersOf(collector).length).toBe(2);
    expect(answersOf(collector)[1]).toMatchObject({ text: 'Cheaper shipping', commit: { inputMode: 'keyboard' } });
    expect(reports).toEqual([]);
  });

  it('an answered survey is not shown again, except with the preview link, which sends nothing', async () => {
    await page.goto(`${site.origin}/short`);
    const prompt = page.locator('scorelet-prompt');
    await prompt.getByRole('radio', { name: '7' }).click();
    await prompt.getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => typesOf(collector).includes('survey.dismissed')).toBe(true);
    // Wait for the receipt. A page that is left before the receipt arrives posts the events again.
    await expect
      .poll(() => page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('scorelet:1:q:')).length"))
      .toBe(0);
    const before = collector.bodies.length;

    await page.goto(`${site.origin}/short`);
    await page.waitForTimeout(1800);
    expect(await prompt.count()).toBe(0);
    // The first file alone rules the survey out: no other file is fetched.
    expect(collector.fetched.filter((file) => file !== '/scorelet.js')).toHaveLength(1);

    await page.goto(`${site.origin}/short?scorelet-preview=nps`);
    await prompt.getByRole('radio', { name: '3' }).click();
    await prompt.getByRole('button', { name: 'Submit' }).click();
    await prompt.getByText('Thank you').waitFor();
    await page.waitForTimeout(1200);
    expect(collector.bodies.length).toBe(before);
  });

  it('an answer is sent even when the page navigates away in the same task', async () => {
    await page.goto(`${site.origin}/order`);
    await page.locator('scorelet-prompt').getByRole('radio', { name: '10' }).waitFor();
    await page.evaluate(() => {
      document.addEventListener('click', () => {
        location.href = 'about:blank';
      });
    });
    await page.locator('scorelet-prompt').getByRole('radio', { name: '10' }).click();
    await expect
      .poll(() => answersOf(collector).map((answer) => answer.kind === 'score' && answer.score))
      .toEqual([10]);
  });

  it('the prompt causes no layout shift on the host page, and grows only when the respondent answers', async () => {
    await page.addInitScript(() => {
      const shifts: { value: number; hadRecentInput: boolean; nodes: (string | undefined)[] }[] = [];
      Object.assign(window, { shifts });
      type Shift = PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
        sources: readonly { node: Node | null }[];
      };
      new PerformanceObserver((list) => {
        for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[]) {
          // For an element in a shadow root the node is null.
          shifts.push({ value, hadRecentInput, nodes: sources.flatMap(({ node }) => (node ? [node.nodeName] : [])) });
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(`${site.origin}/order`);
    const prompt = page.locator('scorelet-prompt');
    await prompt.getByRole('radio', { name: '3' }).waitFor();
    await page.waitForTimeout(500);
    expect(await page.evaluate('shifts')).toEqual([]);
    await prompt.getByRole('radio', { name: '3' }).click();
    await prompt.getByRole('textbox').waitFor();
    await page.waitForTimeout(500);
    // A prompt at the bottom grows upwards. Cumulative layout shift ignores shifts within half a second after a click.
    expect(await page.evaluate('shifts.filter(({ hadRecentInput }) => !hadRecentInput)')).toEqual([]);
    expect(await page.evaluate('shifts.flatMap(({ nodes }) => nodes)')).toEqual([]);
  });
});
