import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { collectOn, promptOn, travelOn } from '../../src/testing/index.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { openPage } from '../helpers/page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const DAY_MS = 86_400_000;
const SURVEY = '{ "id": "a", "metric": "nps" }';

/** Opens a browser tab with the testing kit. The kit is installed before the test loads the shop page with `goto`. */
const open = async ({ survey = SURVEY, lang = 'en', collector: address = '/collect', timezoneId = 'UTC' } = {}) => {
  const opened = await openPage(browser, {
    body: '',
    context: { reducedMotion: 'reduce', timezoneId },
    files: {
      '/shop': {
        html: `<!doctype html><html lang="${lang}"><title>Shop</title>
<script type="application/json" data-scorelet>{ "collector": "${address}", "brand": "Acme", "surveys": [${survey}] }</script>
<script async src="COLLECTOR/scorelet.js"></script>`,
      },
    },
  });
  onTestFinished(opened.close);
  const { page, siteUrl, lines } = opened;
  const collector = await collectOn(page, address.replace('COLLECTOR', opened.collector.origin));
  return {
    page,
    lines,
    collector,
    real: opened.collector,
    prompt: promptOn(page),
    goto: () => page.goto(siteUrl('/shop')),
  };
};

describe('the testing kit in a real browser', () => {
  it('the testing kit answers a prompt, and collects the events, marked as a test, in place of the real collector', async () => {
    const { prompt, collector, real, goto, lines } = await open();
    await goto();
    await prompt.waitFor();
    expect(await prompt.isShown()).toBe(true);
    const { locator }: { locator: Locator } = prompt;
    expect(await locator.getByRole('radiogroup', { name: /recommend Acme/ }).count()).toBe(1);
    await prompt.answer(9);
    await prompt.comment('Fast');
    await prompt.submit();
    const { data } = await collector.waitFor('completed');
    expect(data.answers).toMatchObject([{ score: 9, commit: { inputMode: 'pointer' } }, { text: 'Fast' }]);
    expect(data.quality).toMatchObject({ test: true, automation: true });
    expect(collector.answers()).toEqual(data.answers);
    expect(collector.events().map(({ data }) => data.sequence)).toEqual([0, 1, 2, 3, 4]);
    await prompt.close();
    await expect.poll(() => prompt.isShown()).toBe(false);
    expect(real.bodies).toEqual([]);
    expect(lines).toEqual([]);
  });

  it('an answered survey is shown again when travelOn() has moved the time by 92 days, but not after 83 days', async () => {
    const { page, prompt, collector, goto } = await open();
    await goto();
    await prompt.answer(9);
    await prompt.submit();
    await collector.waitFor('completed');
    await travelOn(page, '83d');
    await page.reload();
    await page.waitForTimeout(2500);
    expect(await prompt.isShown()).toBe(false);
    await travelOn(page, '9d');
    await page.reload();
    await prompt.waitFor();
    collector.clear();
    await prompt.never();
    const { data, time } = await collector.waitFor('dismissed');
    expect(data).toMatchObject({ reason: 'never', sampling: { nthAsk: 2, daysSinceLastAsk: 92 } });
    expect(Math.abs(Date.parse(time) - Date.now() - 92 * DAY_MS)).toBeLessThan(120_000);
  });

  it.each([
    ['ar', 'modal'],
    ['ja', 'popover'],
  ])('the testing kit works in every language and presentation: %s, %s', async (lang, presentation) => {
    const survey = `{ "id": "a", "metric": "csat", "style": "emoji", "presentation": "${presentation}" }`;
    const { prompt, collector, goto } = await open({ lang, survey });
    await goto();
    await prompt.waitFor();
    expect(await prompt.locator.getAttribute('lang')).toBe(lang);
    await prompt.answer(1);
    await prompt.comment('!');
    await prompt.submit();
    expect((await collector.waitFor('completed')).data).toMatchObject({
      locale: lang,
      answers: [{ score: 1 }, { text: '!' }],
    });
  });

  it('later() postpones the prompt, and open() opens the folded tab of another survey', async () => {
    const { prompt, collector, goto } = await open({
      survey: `{ "id": "tab", "metric": "csat", "presentation": "tab" }, ${SURVEY}`,
    });
    await goto();
    await prompt.later();
    expect((await collector.waitFor('snoozed')).source).toMatch(/#a$/);
    await expect.poll(() => prompt.isShown()).toBe(false);
    await prompt.open();
    await prompt.answer(5);
    expect((await collector.waitFor('answered')).source).toMatch(/#tab$/);
  });
});

describe('a collector double in a page', () => {
  it('a collector double replaces a collector of another origin, and only at its exact path', async () => {
    const { page, prompt, collector, real, goto } = await open({ collector: 'COLLECTOR/collect' });
    await goto();
    await prompt.answer(0);
    await collector.waitFor('answered');
    expect(real.bodies).toEqual([]);
    await page
      .evaluate((url) => fetch(url, { method: 'POST', body: '[]' }), `${real.origin}/collect/other`)
      .catch(() => {});
    expect(real.fetched).toContain('/collect/other');
    expect(collector.rejected()).toEqual([]);
  });

  it('a collector double fails the next requests as set with fail(): with a network error or with a status', async () => {
    const { page, collector, goto } = await open();
    await goto();
    const post = () =>
      page.evaluate(() =>
        fetch('/collect', { method: 'POST', body: '[]' }).then(
          ({ status }) => status,
          () => 'no answer',
        ),
      );
    collector.fail('network');
    expect(await post()).toBe('no answer');
    collector.fail(503, { times: 2 });
    expect([await post(), await post(), await post()]).toEqual([503, 503, 204]);
  });

  it('a collector double receives the answers when the failures set by fail() are over', async () => {
    const { prompt, collector, goto } = await open();
    collector.fail('network');
    await goto();
    await prompt.answer(7);
    await collector.waitFor('answered', { timeout: 10_000 });
    collector.fail(503);
    await prompt.comment('Late');
    await prompt.submit();
    const { data } = await collector.waitFor('completed', { timeout: 20_000 });
    expect(data.answers).toMatchObject([{ score: 7 }, { text: 'Late' }]);
    expect(collector.eventsOf('answered').length).toBe(2);
  });
});

describe('travelOn() in a page', () => {
  const NOW = `({ called: Date.parse(Date()), now: Date.now(), made: +new Date(), fixed: +new Date(5), parts: +new Date(2026, 0, 1), is: new Date() instanceof Date && new Date().constructor === Date, sub: new (class extends Date {})().getTime() })`;
  interface Times {
    called: number;
    now: number;
    made: number;
    fixed: number;
    parts: number;
    is: boolean;
    sub: number;
  }

  it('travelOn() moves the current time of this document and later ones, adds up its periods, and leaves fixed dates unchanged', async () => {
    const { page, goto } = await open();
    const moved = async () => {
      const { called, now, made, sub, ...rest } = await page.evaluate<Times>(NOW);
      expect(rest).toEqual({ fixed: 5, parts: Date.UTC(2026, 0, 1), is: true });
      expect(Math.max(called, now, made, sub) - Math.min(called, now, made, sub)).toBeLessThan(2000);
      return Math.round((now - Date.now()) / DAY_MS) + 0;
    };
    expect(await moved()).toBe(0);
    await travelOn(page, '92d');
    expect(await moved()).toBe(92);
    await goto();
    expect(await moved()).toBe(92);
    await travelOn(page, '2w');
    expect(await moved()).toBe(106);
    await page.reload();
    expect(await moved()).toBe(106);
  });

  it('travelOn() keeps the page’s local time of day across daylight-saving changes, and does not move timers', async () => {
    const { page } = await open({ timezoneId: 'America/New_York' });
    const clock = () =>
      page.evaluate<[number, number]>('[new Date().getHours() * 60 + new Date().getMinutes(), performance.now()]');
    const [before, ran] = await clock();
    let runs = ran;
    // On whatever day this test runs, some of the twelve months lie beyond a daylight-saving change.
    for (let month = 0; month < 12; month++) {
      await travelOn(page, '1mo');
      const [after, now] = await clock();
      expect((after - before + 1440) % 1440).toBeLessThan(2);
      runs = now;
    }
    expect(runs - ran).toBeLessThan(30_000);
  });

  it('travelOn() rejects a text that is not a period', async () => {
    const { page } = await open();
    await expect(travelOn(page, 'ever')).rejects.toThrow('Expected a period such as "92d"');
  });
});
