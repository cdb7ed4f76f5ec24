import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { FREE, openTabs } from '../helpers/manyTabs.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const SURVEY = { id: 'a', metric: 'nps', frequency: FREE };
const NO_LOCKS = 'delete Navigator.prototype.locks';
const LEASE = 'scorelet:1:o';

describe('a prompt in one of many tabs', () => {
  it('is in one only, and the next tab asks as soon as it was closed there and no clock forbids it', async () => {
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

  it('comes in no other tab once it was answered', async () => {
    const first = await openTabs(browser, { id: 'a', metric: 'nps', frequency: { clocks: { any: false } } });
    await first.asks();
    const second = await first.another();
    await second.staysQuiet();
    await first.answer(9);
    await second.staysQuiet();
    expect(await second.closed()).toEqual(['relational']);
    expect(first.events('displayed').length).toBe(1);
  });

  it('lets go when its tab is closed, and when its tab crashes', async () => {
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

  it('is asked in no other tab while somebody answers in the first, however long they take', async () => {
    const first = await openTabs(browser, SURVEY);
    await first.asks();
    await first.prompt.getByRole('radio', { name: '9' }).click();
    const second = await first.another();
    await second.staysQuiet(2500);
    expect(await first.prompt.getByRole('radio', { name: '9' }).isChecked()).toBe(true);
  });
});

describe('where the browser has no locks', () => {
  it('there is still one prompt at a time, and the next page asks again', async () => {
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

  it('a tab that leaves the page lets go', async () => {
    const first = await openTabs(browser, SURVEY, { init: NO_LOCKS });
    await first.asks();
    const second = await first.another();
    await second.staysQuiet();
    await first.page.goto('about:blank');
    // It waited, and hears of it.
    await second.asks();
  });

  it.each([
    ['holds the others up for ten minutes and no longer', -590_000, false],
    ['has let go after ten minutes', -610_000, true],
    ['whose clock was years ahead holds nobody up', 1e11, true],
  ])('a tab that has crashed %s', async (_, age, shown) => {
    const tab = await openTabs(browser, SURVEY, {
      init: `${NO_LOCKS}; localStorage['${LEASE}'] ??= Date.now() + ${age}`,
    });
    if (shown) await tab.asks();
    else await tab.staysQuiet();
  });
});

describe('a prompt that stands in the page of every tab', () => {
  const INLINE = { presentation: 'inline', target: 'main' };
  const open = (survey: object) => openTabs(browser, { id: 'a', ...INLINE, ...survey }, { body: '<main></main>' });

  it.each([
    ['nps', '9'],
    ['csat', '4'],
  ])('goes in the others when it was answered in one, and they say that it expired: %s', async (metric, score) => {
    const first = await open({ metric });
    const second = await first.another();
    await Promise.all([first.asks(), second.asks()]);
    await second.prompt.getByRole('radio', { name: score }).click();
    await first.isQuiet();
    await expect.poll(() => first.events('dismissed')).toMatchObject([{ reason: 'expired', answeredCount: 0 }]);
    // Where it was answered it goes on.
    expect(await second.prompt.getByRole('textbox').count()).toBe(1);
  });

  it('stays where somebody has begun to write', async () => {
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

  it('stays in the others when it was only closed in one that no clock counts', async () => {
    const first = await open({ metric: 'nps', frequency: FREE });
    const second = await first.another();
    await Promise.all([first.asks(), second.asks()]);
    await second.dismiss();
    await first.page.waitForTimeout(500);
    await first.asks();
  });
});

describe('a page that is left with its prompt open', () => {
  it('is kept for the way back, comes back with the prompt, and meanwhile another tab may ask', async () => {
    const cached = await launchBrowser({ ignoreDefaultArgs: ['--disable-back-forward-cache'] });
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
      // Playwright waits for a load, which there is none of.
      await first.page.evaluate('history.back()');
      await expect.poll(() => first.page.evaluate('window.came').catch(() => undefined)).toEqual([true]);
      await first.asks();
      await first.prompt.getByRole('radio', { name: '9' }).click();
      await expect.poll(() => first.events('answered')).toMatchObject([{ answer: { score: 9 } }]);
    } finally {
      await cached.close();
    }
  });
});
