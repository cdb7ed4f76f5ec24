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

/** An application of one page, which the server has under each of its addresses. */
const open = (survey: object, path = '/a/1', clock?: 'stopped') => {
  const html = `<!doctype html><html lang="en"><title>App</title><input id="field">${jsonTag([{ ...AT_A, ...survey }])}`;
  return openTabs(
    browser,
    { ...AT_A, ...survey },
    { path, files: { '/a/1': { html }, '/a/2': { html }, '/b': { html } }, ...(clock && { clock }) },
  );
};
const go = ({ page }: Tab, path: string, how = 'push') => page.evaluate(`history.${how}State(0, '', '${path}')`);

describe('addresses that a survey is for', () => {
  it.each(['push', 'replace'])('are followed when the application moves there by %sState, and back', async (how) => {
    const tab = await open({}, '/b');
    await tab.staysQuiet();
    expect(await tab.closed()).toEqual(['url']);
    await go(tab, '/a/1', how);
    await tab.asks();
    if (how === 'push') await tab.page.evaluate('history.back()');
    else await go(tab, '/b', how);
    await tab.isQuiet();
    expect(await tab.closed()).toEqual(['url']);
  });

  it('are followed without touching the history that others patch too', async () => {
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

describe('a survey whose page the person has left', () => {
  it('is gone from the next, and says why', async () => {
    const tab = await open({});
    await tab.asks();
    await go(tab, '/a/2');
    await tab.page.waitForTimeout(300);
    await tab.asks();
    await go(tab, '/b');
    await tab.isQuiet();
    await expect.poll(() => tab.events('dismissed')).toMatchObject([{ reason: 'route_change' }]);
  });

  it('is not shown there when it waited for a delay, and comes where the person returns in time', async () => {
    const tab = await open({ trigger: { event: 'done', delay: '2s' } });
    await tab.run(`track('done')`);
    await go(tab, '/b');
    await tab.staysQuiet(2600);
    expect(tab.events('displayed')).toEqual([]);
    await tab.run(`track('done')`);
    await go(tab, '/a/1');
    await tab.asks();
  });

  it('is not shown there when it waited for a field to be left', async () => {
    const tab = await open({});
    await tab.page.fill('#field', 'An address');
    await tab.staysQuiet();
    await go(tab, '/b');
    await tab.page.evaluate('document.activeElement.blur()');
    await tab.staysQuiet();
    expect(tab.events('displayed')).toEqual([]);
  });

  it('stays where somebody has begun to answer', async () => {
    const tab = await open({});
    await tab.prompt.getByRole('radio', { name: '9' }).click();
    await go(tab, '/b');
    await tab.page.waitForTimeout(500);
    expect(await tab.prompt.getByRole('radio', { name: '9' }).isChecked()).toBe(true);
  });
});

describe('a delay', () => {
  it('is not restarted by navigation within the page, another page, or a reload', async () => {
    const tab = await open({ trigger: { delay: '60s' } }, '/a/1', 'stopped');
    const { clock } = tab.page;
    await clock.runFor(20_000);
    await go(tab, '/a/2');
    await clock.runFor(20_000);
    await tab.reload();
    await clock.runFor(10_000);
    await tab.page.goto(tab.siteUrl('/a/1'));
    await clock.runFor(9_000);
    expect(await tab.prompt.count()).toBe(0);
    // Begun anew by any of them it would be more than ten seconds away.
    await clock.runFor(1_000);
    await clock.resume();
    await tab.asks();
  });
});

describe('another address', () => {
  it('is another page to a load trigger with addresses of its own, and not to one without', async () => {
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
