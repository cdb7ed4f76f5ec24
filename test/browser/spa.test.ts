import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { FREE, openTabs, type Tab } from '../helpers/manyTabs.ts';
import { jsonTag } from '../helpers/surveyPage.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const AT_A = { id: 'a', metric: 'nps', frequency: FREE, targeting: { url: ['/a/*'] } };

/** Opens a single-page application, which the server delivers at each of its URLs. */
const open = (survey: object, path = '/a/1', clock?: 'stopped') => {
  const html = `<!doctype html><html lang="en"><title>App</title><input id="field">${jsonTag([{ ...AT_A, ...survey }])}`;
  return openTabs(
    browser,
    { ...AT_A, ...survey },
    { path, files: { '/a/1': { html }, '/a/2': { html }, '/b': { html } }, ...(clock && { clock }) },
  );
};
const go = ({ page }: Tab, path: string, how = 'push') => page.evaluate(`history.${how}State(0, '', '${path}')`);

describe('URL targeting in a single-page application', () => {
  it.each(['push', 'replace'])(
    'a prompt appears when the application moves to a targeted URL with %sState, and disappears when it moves away',
    async (how) => {
      const tab = await open({}, '/b');
      await tab.staysQuiet();
      expect(await tab.closed()).toEqual(['url']);
      await go(tab, '/a/1', how);
      await tab.asks();
      if (how === 'push') await tab.page.evaluate('history.back()');
      else await go(tab, '/b', how);
      await tab.isQuiet();
      expect(await tab.closed()).toEqual(['url']);
    },
  );

  it('URL changes are detected without patching the history methods', async () => {
    const tab = await open({});
    await tab.asks();
    await go(tab, '/b');
    await tab.isQuiet();
    const own = await tab.page.evaluate(
      `['pushState', 'replaceState', 'back'].map((name) => history[name].toString() + Object.hasOwn(history, name))`,
    );
    for (const text of own as string[]) expect(text).toMatch(/\[native code\] \}false$/);
  });
});

describe('a survey whose targeted page the respondent has left', () => {
  it('a prompt is removed when the respondent leaves the targeted pages, and is dismissed with the reason route_change', async () => {
    const tab = await open({});
    await tab.asks();
    await go(tab, '/a/2');
    await tab.page.waitForTimeout(300);
    await tab.asks();
    await go(tab, '/b');
    await tab.isQuiet();
    await expect.poll(() => tab.events('dismissed')).toMatchObject([{ reason: 'route_change' }]);
  });

  it('a survey that waits for a delay is not shown on a page that is not targeted, but is shown when the respondent returns in time', async () => {
    const tab = await open({ trigger: { event: 'done', delay: '2s' } });
    await tab.run(`track('done')`);
    await go(tab, '/b');
    await tab.staysQuiet(2600);
    expect(tab.events('displayed')).toEqual([]);
    await tab.run(`track('done')`);
    await go(tab, '/a/1');
    await tab.asks();
  });

  it('a survey that waits until the respondent leaves a field is not shown when the page is no longer targeted', async () => {
    const tab = await open({});
    await tab.page.fill('#field', 'An address');
    await tab.staysQuiet();
    await go(tab, '/b');
    await tab.page.evaluate('document.activeElement.blur()');
    await tab.staysQuiet();
    expect(tab.events('displayed')).toEqual([]);
  });

  it('a prompt stays on a page that is not targeted when the respondent has begun to answer', async () => {
    const tab = await open({});
    await tab.prompt.getByRole('radio', { name: '9' }).click();
    await go(tab, '/b');
    await tab.page.waitForTimeout(500);
    expect(await tab.prompt.getByRole('radio', { name: '9' }).isChecked()).toBe(true);
  });
});

describe('a delay trigger', () => {
  it('a delay is not restarted by navigation inside the application, by a page load or by a reload', async () => {
    const tab = await open({ trigger: { delay: '60s' } }, '/a/1', 'stopped');
    const { clock } = tab.page;
    /** Moves the clock on after the rules have been fetched, because the delay runs from then on. */
    const pass = async (ms: number) => {
      expect(await tab.closed()).toEqual(['trigger']);
      await clock.runFor(ms);
    };
    await pass(20_000);
    await go(tab, '/a/2');
    await pass(20_000);
    await tab.reload();
    await pass(10_000);
    await tab.visit('/a/1');
    await pass(9_000);
    expect(await tab.prompt.count()).toBe(0);
    // If the navigation, the page load or the reload had restarted the delay, more than ten seconds would be left.
    await clock.runFor(1_000);
    await clock.resume();
    await tab.asks();
  });
});

describe('a load trigger in a single-page application', () => {
  it('a load trigger fires again after a URL change when the survey has URL targeting, and not when it has none', async () => {
    const tab = await open({ trigger: 'load' });
    await tab.asks();
    await tab.dismiss();
    await tab.staysQuiet();
    await go(tab, '/a/2');
    await tab.asks();

    const plain = await open({ trigger: 'load', targeting: undefined });
    await plain.asks();
    await plain.dismiss();
    await go(plain, '/a/2');
    await plain.staysQuiet();
  });
});
