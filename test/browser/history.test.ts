import type { Browser, BrowserContext, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { openTabs } from '../helpers/manyTabs.ts';
import { stopClock } from '../helpers/page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const SURVEY = { id: 'a', metric: 'nps', trigger: { event: 'paid' } };
const ANSWERED = { survey: 'a', metric: 'nps', scope: 'relational', outcome: 'answered', at: Date.now() - 86_400_000 };

/** Opens a page whose history requests are answered by `answer`. `asked` collects the respondent ids of these requests. */
const open = async (answer: (route: Route, respondent: string) => Promise<unknown>, clock?: 'running') => {
  const asked: string[] = [];
  const before = (context: BrowserContext) =>
    context.route(/ce=history/, async (route) => {
      const { respondent } = route.request().postDataJSON();
      asked.push(respondent);
      await answer(route, respondent);
    });
  const tab = await openTabs(browser, SURVEY, {
    settings: { history: 'collector' },
    before,
    ...(clock && { clock }),
  });
  const arrive = (id: string) => tab.page.evaluate(`scorelet.identify({ id: '${id}' }), scorelet.track('paid')`);
  return { tab, asked, arrive };
};
const fulfill = (route: Route, facts: object[], status = 200) =>
  route.fulfill({
    status,
    headers: { 'Access-Control-Allow-Origin': '*' },
    contentType: 'application/json',
    body: JSON.stringify({ v: 1, facts }),
  });

describe('a survey on a respondent’s second device', () => {
  it('a survey that was answered on another device is not shown to the same respondent, but is shown to another respondent', async () => {
    const { tab, asked, arrive } = await open((route, id) => fulfill(route, id === 'u-1' ? [ANSWERED] : []));
    await arrive('u-1');
    await tab.staysQuiet();
    expect(await tab.closed()).toEqual(['relational']);
    await arrive('u-2');
    await tab.asks();
    expect(asked).toEqual(['u-1', 'u-2']);
  });

  it('a survey waits for the collector’s response to the history request, and is shown as soon as it arrives', async () => {
    let come = () => {};
    const coming = new Promise<void>((resolve) => {
      come = resolve;
    });
    const { tab, asked, arrive } = await open(async (route) => {
      await coming;
      await fulfill(route, []);
    }, 'running');
    // The test moves the stopped clock by little more than half of the client's timeout, so that a slow machine does not matter.
    await stopClock(tab.page);
    await arrive('u-1');
    await expect.poll(() => tab.page.clock.runFor(5).then(() => asked)).toEqual(['u-1']);
    await tab.page.clock.runFor(1500);
    await tab.staysQuiet();
    come();
    await tab.page.clock.resume();
    await tab.asks();
  });

  it.each<[string, (route: Route) => Promise<unknown>, number]>([
    ['responds 503', (route) => fulfill(route, [], 503), 1800],
    ['cannot be reached', (route) => route.abort(), 1800],
    ['never responds', () => new Promise(() => {}), 4500],
    [
      'responds with an invalid body',
      (route) => route.fulfill({ headers: { 'Access-Control-Allow-Origin': '*' }, body: '[]' }),
      1800,
    ],
  ])(
    'a survey is not shown when a history request fails because the collector %s, and the console reports the failure once',
    async (_, answer, ms) => {
      const { tab, asked, arrive } = await open(answer);
      for (const __ of [1, 2, 3]) await arrive('u-1');
      await tab.staysQuiet(ms);
      expect(await tab.closed()).toContain('history');
      expect(asked).toEqual(['u-1']);
      expect(tab.lines.filter((line) => /History/.test(line))).toHaveLength(1);
    },
  );

  it('no history is requested for an anonymous respondent, for whom only the data on the device counts', async () => {
    const { tab, asked } = await open((route) => fulfill(route, []));
    await tab.run(`track('paid')`);
    await tab.asks();
    expect(asked).toEqual([]);
  });
});
