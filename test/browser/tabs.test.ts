import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CACHE_TEST, launchBrowser, launchCachingBrowser } from '../helpers/browser.ts';
import { FREE, openTabs } from '../helpers/manyTabs.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const SURVEY = { id: 'a', metric: 'nps', frequency: FREE };
const NO_LOCKS = 'delete Navigator.prototype.locks';
const LEASE = 'scorelet:1:o';

describe('a prompt with several browser tabs open', () => {
  it('a prompt is open in one browser tab only, and another tab shows it when the first tab closes it and no frequency cap forbids it', async () => {
    const first = await openTabs(browser, SURVEY);
    await first.asks();
    const second = await first.another();
    await second.staysQuiet();
    expect(await second.closed()).toEqual(['tab']);
    await first.dismiss();
    await second.asks();
    await first.staysQuiet(500);
    expect(first.events('displayed').length).toBeGreaterThan(0);
  });

  it('a survey that was answered in one browser tab is shown in no other', async () => {
    const first = await openTabs(browser, { id: 'a', metric: 'nps', frequency: { clocks: { any: false } } });
    await first.asks();
    const second = await first.another();
    await second.staysQuiet();
    await first.answer(9);
    await second.staysQuiet();
    expect(await second.closed()).toEqual(['relational']);
    expect(first.events('displayed').length).toBe(1);
  });

  it('another browser tab shows the prompt when the tab that shows it is closed or crashes', async () => {
    const first = await openTabs(browser, SURVEY);
    await first.asks();
    const second = await first.another();
    await second.staysQuiet();
    await first.page.close();
    await second.asks();

    const third = await first.another();
    await third.staysQuiet();
    const crashed = second.page.waitForEvent('crash');
    await second.page.goto('chrome://crash').catch(() => {});
    await crashed;
    await third.asks();
  });

  it('no other browser tab shows the prompt while the respondent answers in the first, however long that takes', async () => {
    const first = await openTabs(browser, SURVEY);
    await first.asks();
    await first.prompt.getByRole('radio', { name: '9' }).click();
    const second = await first.another();
    await second.staysQuiet(2500);
    expect(await first.prompt.getByRole('radio', { name: '9' }).isChecked()).toBe(true);
  });
});

describe('a prompt right after another one', () => {
  it.each([
    ['with Web Locks', ''],
    ['without Web Locks', NO_LOCKS],
  ])('a page shows a survey in the task in which the respondent closes another one, %s', async (_, init) => {
    const tab = await openTabs(browser, [SURVEY, { ...SURVEY, id: 'b', trigger: 'manual' }], { init });
    await tab.asks();
    const shown = await tab.page.evaluate(`
      document.querySelector('scorelet-prompt').shadowRoot.querySelector('.close').click();
      scorelet.show('b');
    `);
    expect(shown).toEqual({ shown: true, reasons: [] });
    await tab.asks();
    expect(await tab.another().then((other) => other.run(`show('b')`))).toEqual({ shown: false, reasons: ['tab'] });
  });
});

describe('browser tabs without the Web Locks API', () => {
  it('without the Web Locks API only one browser tab shows the prompt; when it is closed there, another tab shows it after a reload', async () => {
    const first = await openTabs(browser, SURVEY, { init: NO_LOCKS });
    expect(await first.page.evaluate('typeof navigator.locks')).toBe('undefined');
    await first.asks();
    const second = await first.another();
    await second.staysQuiet();
    expect(await second.run(`show('a')`)).toEqual({ shown: false, reasons: ['tab'] });
    await first.dismiss();
    await second.reload();
    await second.asks();
  });

  it('without the Web Locks API another browser tab shows the prompt when the first tab leaves the page', async () => {
    const first = await openTabs(browser, SURVEY, { init: NO_LOCKS });
    await first.asks();
    const second = await first.another();
    await second.staysQuiet();
    await first.page.goto('about:blank');
    // The second tab waited for the prompt to close, and is notified.
    await second.asks();
  });

  it.each([
    ['blocks the other tabs for ten minutes', -590_000, false],
    ['no longer blocks the other tabs after ten minutes', -610_000, true],
    ['does not block the other tabs if its clock was years ahead', 1e11, true],
  ])('without the Web Locks API a crashed browser tab %s', async (_, age, shown) => {
    const tab = await openTabs(browser, SURVEY, {
      init: `${NO_LOCKS}; localStorage['${LEASE}'] ??= Date.now() + ${age}`,
    });
    if (shown) await tab.asks();
    else await tab.staysQuiet();
  });
});

describe('an inline prompt in several browser tabs', () => {
  const INLINE = { presentation: 'inline', target: 'main' };
  const open = (survey: object) => openTabs(browser, { id: 'a', ...INLINE, ...survey }, { body: '<main></main>' });

  it.each([
    ['nps', '9'],
    ['csat', '4'],
  ])(
    'an inline prompt is dismissed as expired in the other browser tabs when it is answered in one: %s',
    async (metric, score) => {
      const first = await open({ metric });
      const second = await first.another();
      await Promise.all([first.asks(), second.asks()]);
      await second.prompt.getByRole('radio', { name: score }).click();
      await first.isQuiet();
      await expect.poll(() => first.events('dismissed')).toMatchObject([{ reason: 'expired', answeredCount: 0 }]);
      // The tab with the answer keeps its prompt open.
      expect(await second.prompt.getByRole('textbox').count()).toBe(1);
    },
  );

  it('an inline prompt stays in a browser tab in which the respondent has begun to write', async () => {
    const first = await open({ questions: [{ id: 'why', type: 'text', title: 'What do you miss?' }] });
    const second = await first.another();
    const third = await first.another();
    await Promise.all([first.asks(), second.asks(), third.asks()]);
    await second.prompt.getByRole('textbox').fill('A search');
    await third.prompt.getByRole('textbox').fill('Nothing');
    await third.prompt.getByRole('button', { name: 'Submit' }).click();
    await first.isQuiet();
    expect(await second.prompt.getByRole('textbox').inputValue()).toBe('A search');
    await expect.poll(() => first.events('dismissed').map(({ reason }) => reason)).toEqual(['expired']);
  });

  it('an inline prompt stays in the other browser tabs when it is closed in one and no frequency cap counts dismissals', async () => {
    const first = await open({ metric: 'nps', frequency: FREE });
    const second = await first.another();
    await Promise.all([first.asks(), second.asks()]);
    await second.dismiss();
    await first.page.waitForTimeout(500);
    await first.asks();
  });
});

describe('a page that is left with its prompt open', () => {
  it(
    'a page with an open prompt is restored from the back/forward cache with the prompt; meanwhile another browser tab can show it',
    CACHE_TEST,
    async () => {
      const cached = await launchCachingBrowser();
      try {
        const first = await openTabs(cached, SURVEY, {
          files: { '/bare': { html: '<!doctype html><title>Bare</title>' } },
        });
        await first.asks();
        await first.page.evaluate(
          `window.came = []; addEventListener('pageshow', (event) => { came.push(event.persisted) })`,
        );
        await first.page.goto(first.siteUrl('/bare'));
        const second = await first.another();
        await second.asks();
        // `page.goBack()` waits for a load event, but a page from the back/forward cache fires none.
        await first.page.evaluate('history.back()');
        await expect.poll(() => first.page.evaluate('window.came').catch(() => undefined)).toEqual([true]);
        await first.asks();
        await first.prompt.getByRole('radio', { name: '9' }).click();
        await expect.poll(() => first.events('answered')).toMatchObject([{ answer: { score: 9 } }]);
      } finally {
        await cached.close();
      }
    },
  );
});
