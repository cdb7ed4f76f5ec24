import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { openPage, tag } from '../helpers/page.ts';
import { startServer } from '../helpers/servers.ts';
import { focused, jsonTag, openSurveys, type SurveyPageOptions, still } from '../helpers/surveyPage.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const SURVEYS = [
  { id: 'far', metric: 'nps', targeting: { url: ['/order/*'] } },
  { id: 'nobody', metric: 'nps', sampling: 0 },
  { id: 'event', metric: 'csat', trigger: { event: 'order.confirmed' } },
  { id: 'now', metric: 'csat' },
];

const open = async (
  surveys: Parameters<typeof openSurveys>[1] = SURVEYS,
  { settings, ...options }: SurveyPageOptions = {},
) => {
  const opened = await openSurveys(browser, surveys, {
    context: still(1000),
    ...options,
    settings: { brand: 'Acme', debug: true, ...settings },
  });
  onTestFinished(opened.close);
  const panel = opened.page.locator('scorelet-debug');
  /** Returns the summary line of each survey, as displayed. */
  const lines = () => panel.locator('.survey > summary').allInnerTexts();
  const lineOf = async (id: string) => (await lines()).find((line) => line.startsWith(`${id}\n`));
  return { ...opened, panel, lines, lineOf };
};
const run = (page: Page, code: string) => page.evaluate(`void scorelet.${code}`);

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const audit = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const rules = { 'target-size': { enabled: true }, 'label-content-name-mismatch': { enabled: true } };
    const { violations, incomplete } = await axe.run('scorelet-debug', { rules });
    return [...violations, ...incomplete].flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    );
  });

describe('the debug panel', () => {
  it('the debug panel has one line per survey with the reason why the survey is shown or not, and lists every gate when the line is unfolded', async () => {
    const { page, panel, prompt, lineOf } = await open();
    await prompt.getByRole('radio').first().waitFor();
    await expect.poll(() => lineOf('now')).toBe('now\nShown now.');
    expect(await lineOf('far')).toMatch(
      /^far\nNot shown because this page does not match; the survey is for pages like \/order\/\*\.\nand 2 more reasons$/,
    );
    expect(await lineOf('nobody')).toMatch(/Not shown because nobody is asked: the sampling rate is 0 %\./);
    expect(await lineOf('event')).toMatch(/Not shown because it is too soon according to the clock “any”/);

    await panel.getByText('nobody', { exact: true }).click();
    const sample = panel.locator('.survey[open] li', { hasText: 'Sample' });
    await expect
      .poll(() => sample.innerText())
      .toMatch(/^Closed:\s+Sample\s+Nobody is asked.*is place \d+\s+wanted below 0$/s);
    const clock = panel.locator('.survey[open] li', { hasText: 'Clock “any”' });
    const at = await page.evaluate(() => {
      const format = new Intl.DateTimeFormat('en', { dateStyle: 'short', timeStyle: 'short' });
      const { records } = JSON.parse(`${localStorage.getItem('scorelet:1:f::now')}`);
      const opens = new Date(records.find(({ outcome }: { outcome: string }) => outcome === 'displayed').at);
      const asked = format.format(opens);
      opens.setDate(opens.getDate() + 14);
      return [asked, format.format(opens)];
    });
    expect(await clock.innerText()).toContain(`last counted ${at[0]}`);
    expect(await clock.innerText()).toContain(`opens ${at[1]}`);
  });

  it('the debug panel lists the last events, and updates when a survey is answered, closed or shown', async () => {
    const { panel, prompt, collector, lineOf, page } = await open();
    await prompt.getByRole('radio', { name: '4' }).click();
    await prompt.getByRole('button', { name: 'Submit' }).click();
    await expect.poll(() => panel.locator('.events b').allTextContents()).toContain('now');
    await panel.getByText('Last events').click();
    await expect
      .poll(async () => (await panel.locator('.events li').allInnerTexts()).map((each) => each.split('\n').at(-1)))
      .toEqual(expect.arrayContaining(['Completed now', 'Answered now', 'Seen now', 'Shown now']));
    await prompt.getByRole('button', { name: 'Close' }).click();
    await expect
      .poll(() => lineOf('now'))
      .toMatch(/Not shown because it is too soon according to the clock “touchpoint”/);

    collector.down = true;
    await run(page, "show('event', { force: true })");
    await expect.poll(() => lineOf('event')).toBe('event\nShown now.');
    await panel.getByText('Waiting to be sent').click();
    await expect.poll(() => panel.locator('.facts').nth(1).innerText()).toMatch(/\d on this device/);
    expect(await panel.getByText('Oldest').count()).toBe(1);
  });

  it('the debug panel updates when the URL changes, and when a tracked event does not lead to a prompt', async () => {
    const { page, prompt, lineOf } = await open([
      { id: 'far', metric: 'nps', targeting: { url: ['/order/*'] }, trigger: { event: 'paid' }, sampling: 0 },
    ]);
    await expect.poll(() => lineOf('far')).toMatch(/this page does not match.*and 2 more reasons/s);
    await page.evaluate("history.pushState({}, '', '/order/1')");
    await expect.poll(() => lineOf('far')).toMatch(/nobody is asked.*and 1 more reason$/s);
    await run(page, "track('paid')");
    await expect.poll(() => lineOf('far')).toMatch(/nobody is asked: the sampling rate is 0 %\.$/);
    expect(await prompt.count()).toBe(0);
  });

  it('the debug panel updates without user action when a frequency cap ends', async () => {
    const clocks = { any: false, touchpoint: false, short: { per: 'survey', dismissed: '4s' } };
    const { prompt, lineOf } = await open({ id: 'a', metric: 'csat', frequency: { clocks } });
    await prompt.getByRole('button', { name: 'Close' }).click();
    await expect
      .poll(() => lineOf('a'))
      .toMatch(
        /too soon according to the clock “short”: 4 seconds must pass after this survey was closed \(longer each time\)\.\nEarliest/,
      );
    await expect.poll(() => lineOf('a'), { timeout: 8000 }).toBe('a\nWould be shown.');
  });

  it('the debug panel opens with data-debug, is toggled with debug() and is removed by destroy()', async () => {
    const opened = await openPage(browser, { body: tag('data-metric="nps" data-debug'), context: still(1000) });
    onTestFinished(opened.close);
    const { page } = opened;
    const panel = page.locator('scorelet-debug');
    await panel.getByText('Shown now.').waitFor();
    await run(page, 'debug()');
    await expect.poll(() => panel.count()).toBe(0);
    await run(page, 'debug()');
    await panel.getByText('Shown now.').waitFor();
    await run(page, 'destroy()');
    await expect.poll(() => panel.count()).toBe(0);
    // The panel has removed all its listeners.
    await page.evaluate("history.pushState({}, '', '/order/1'); dispatchEvent(new Event('storage'))");
    await page.waitForTimeout(300);
    expect(await panel.count()).toBe(0);
    expect(opened.lines).toEqual([]);
  });

  it('the debug panel explains a survey with default rules correctly, even when it is opened after the survey was closed', async () => {
    const { page, panel, prompt, lineOf } = await open([{ id: 'a', metric: 'nps' }], {
      settings: { debug: undefined },
    });
    await prompt.getByRole('button', { name: 'Close' }).click();
    expect(await panel.count()).toBe(0);
    await run(page, 'debug()');
    await expect.poll(() => lineOf('a')).toMatch(/too soon according to the clock “relational”: 12 weeks must pass/);
    await panel.getByText('a', { exact: true }).click();
    const moment = panel.locator('.survey[open] li', { hasText: /^Open: Trigger/ });
    await expect.poll(() => moment.innerText()).toContain('The trigger has fired: a second after the page has loaded.');
  });

  it('the debug panel’s link “Show it” opens the survey as a preview in a new browser tab, which sends and stores nothing', async () => {
    const { page, panel, collector } = await open([{ id: 'a', metric: 'nps', trigger: 'manual' }]);
    await panel.getByText('a', { exact: true }).click();
    const coming = page.context().waitForEvent('page');
    await panel.getByRole('link', { name: 'Show a preview' }).click();
    const preview = await coming;
    await preview.locator('scorelet-prompt').getByRole('radio', { name: '9' }).click();
    await preview.locator('scorelet-debug .flag', { hasText: 'preview' }).first().waitFor({ state: 'attached' });
    await preview.waitForTimeout(1500);
    expect(collector.bodies).toEqual([]);
    expect(await page.evaluate("Object.keys(localStorage).filter((key) => key.includes(':f:'))")).toEqual([]);
  });

  it('the debug panel shows the respondent’s details, and says that pending consent keeps answers in memory', async () => {
    const { page, panel } = await open([{ id: 'a', metric: 'nps', trigger: 'manual', sampling: 0.5 }], {
      settings: { consent: 'pending' },
    });
    await run(page, "identify({ id: 'u-42', role: 'buyer', traits: { plan: 'pro' } })");
    await panel.getByRole('button', { name: 'Refresh' }).click();
    await panel.getByText('Who is asked').click();
    await expect
      .poll(() => panel.locator('.facts').first().innerText())
      .toMatch(/known as u-42.*buyer.*pro.*pending.*live\. Answers count\..*a: \d+ .*Visit\s+since /s);
    await panel.getByText('Waiting to be sent').click();
    await panel.getByText('Consent is pending: answers wait in memory').waitFor();
  });
});

describe('the debug panel under a strict content security policy', () => {
  it('the debug panel opens, unfolds, copies and closes without a CSP report or a console line', async () => {
    const reports: string[] = [];
    const reporter = await startServer(async (request, response) => {
      for await (const part of request) reports.push(String(part));
      response.writeHead(204).end();
    });
    const body = jsonTag(SURVEYS, { debug: true }).replaceAll('<script async', '<script async nonce="N"');
    const opened = await openPage(browser, {
      body,
      headers: {
        'Content-Security-Policy':
          "default-src 'none'; script-src 'nonce-N' 'strict-dynamic'; style-src 'none'; connect-src COLLECTOR; img-src 'none'; " +
          "font-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; " +
          `trusted-types 'none'; report-uri ${reporter.origin}/report`,
      },
    });
    onTestFinished(async () => {
      await opened.close();
      await reporter.close();
    });
    const { page, lines } = opened;
    const panel = page.locator('scorelet-debug');
    await panel.getByText('Shown now.').waitFor();
    for (const summary of await panel.locator('summary').all()) await summary.click();
    await panel.getByRole('button', { name: 'Copy as text' }).click();
    await panel.getByRole('button', { name: 'Close' }).click();
    await page.waitForTimeout(300);
    expect({ reports, lines }).toEqual({ reports: [], lines: [] });
  });
});

describe('the debug panel without a pointer', () => {
  it('the debug panel is unfolded and closed by keyboard, and returns the focus when it closes', async () => {
    const { page, panel } = await open([{ id: 'a', metric: 'nps', trigger: 'manual' }], {
      body: '<button id="before">Before</button>',
    });
    await panel.getByText('Not shown yet').waitFor();
    // The panel takes no focus. While the focus is in the page, Escape does not close the panel.
    expect(await focused(page)).toBe('BODY');
    await page.focus('#before');
    await page.keyboard.press('Escape');
    expect(await panel.count()).toBe(1);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('close');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await panel.getByRole('link', { name: 'Show a preview' }).waitFor();
    // A refresh keeps the line unfolded and does not move the focus.
    await run(page, "track('anything')");
    await page.evaluate("dispatchEvent(new Event('storage'))");
    await page.waitForTimeout(300);
    expect(await focused(page)).toBe('SUMMARY');
    expect(await panel.getByRole('link', { name: 'Show a preview' }).isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => panel.count()).toBe(0);
    expect(await focused(page)).toBe('before');
  });

  it('the debug panel copies its text to the clipboard, and shows the text in a field when the clipboard is blocked', async () => {
    const { page, panel } = await open();
    await panel.getByText('Shown now.').waitFor();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await panel.getByRole('button', { name: 'Copy as text' }).click();
    await panel.getByRole('status').getByText('Copied').waitFor();
    const text = await page.evaluate('navigator.clipboard.readText()');
    expect(text).toContain('nobody: Not shown because nobody is asked');
    expect(text).toMatch(/\[closed\] Sample: Nobody is asked/);
    expect(text).toMatch(/Respondent: anonymous/);
    await page.evaluate('navigator.clipboard.writeText = () => Promise.reject(new Error())');
    await panel.getByRole('button', { name: 'Copy as text' }).click();
    const field = panel.getByRole('textbox');
    await field.waitFor();
    expect(await field.inputValue()).toContain('nobody: Not shown');
    expect(await focused(page)).toBe('text');
  });
});

describe('the appearance of the debug panel', () => {
  it.each(['light', 'dark'] as const)(
    'the debug panel passes axe in %s mode, folded and unfolded',
    async (colorScheme) => {
      const { page, panel } = await open(SURVEYS, { context: { ...still(1000, 1400), colorScheme } });
      await page.evaluate(AXE);
      await panel.getByText('Shown now.').waitFor();
      expect(await audit(page)).toEqual([]);
      await panel.evaluate((host) => {
        const section = host.shadowRoot?.querySelector('.panel') as HTMLElement;
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(
          '.panel { height: 1300px !important; max-height: none !important } .scroll { font-size: 60% }',
        );
        host.shadowRoot?.adoptedStyleSheets.push(sheet);
        for (const details of section.querySelectorAll('details')) details.open = true;
      });
      expect(await audit(page)).toEqual([]);
    },
  );

  it.each([
    { width: 320, dir: 'ltr' },
    { width: 320, dir: 'rtl' },
    { width: 1000, dir: 'rtl' },
  ])(
    'the debug panel fits into a window of $width px on a page with the direction $dir, and does not cover the prompt',
    async ({ width, dir }) => {
      const { panel, prompt } = await open(SURVEYS, {
        context: still(width, 760),
        lang: dir === 'rtl' ? 'ar' : 'en',
        head: `<style>html { direction: ${dir} }</style>`,
      });
      await prompt.getByRole('radio').first().waitFor();
      await panel.getByText('Shown now.').waitFor();
      const boxOf = (host: typeof panel, selector: string) =>
        host.evaluate(
          (element, wanted) => element.shadowRoot?.querySelector(wanted)?.getBoundingClientRect().toJSON() as DOMRect,
          selector,
        );
      const [mine, card] = [await boxOf(panel, '.panel'), await boxOf(prompt, '.layer')];
      expect(mine.left).toBeGreaterThanOrEqual(0);
      expect(mine.right).toBeLessThanOrEqual(width);
      expect(mine.bottom <= card.top || mine.right <= card.left || mine.left >= card.right).toBe(true);
      if (width > 500) expect(mine.left).toBeGreaterThan(width / 2);
      const wide = await panel.evaluate((host) =>
        [...(host.shadowRoot?.querySelectorAll('.scroll, .scroll *') ?? [])]
          .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 2)
          .map((element) => element.className),
      );
      expect(wide).toEqual([]);
    },
  );
});
