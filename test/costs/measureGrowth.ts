import type { Browser, Page } from 'playwright-core';
import { openSurveys } from '../helpers/surveyPage.ts';
import { type Holdings, readHoldings } from './holdings.ts';

/** What a page held before and after it did the same thing many times. */
export interface Growth {
  readonly before: Holdings;
  readonly after: Holdings;
}

type Repeat = (page: Page, from: number, to: number) => Promise<unknown>;

/** The repetitions before the first measurement, in which the browser compiles code and fills caches. */
const WARM_UP = 50;

const measure = async (browser: Browser, survey: object, times: number, repeat: Repeat): Promise<Growth> => {
  const opened = await openSurveys(browser, { id: 'a', metric: 'nps', ...survey });
  const { page } = opened;
  try {
    await page.waitForFunction('window.scorelet && !Array.isArray(scorelet)');
    const session = await page.context().newCDPSession(page);
    await repeat(page, 0, WARM_UP);
    const before = await readHoldings(page, session);
    await repeat(page, WARM_UP, WARM_UP + times);
    return { before, after: await readHoldings(page, session) };
  } finally {
    await opened.close();
  }
};

/** Shows a prompt and closes it, many times on one page. */
export const measureMounts = (browser: Browser, times: number): Promise<Growth> =>
  measure(browser, { trigger: 'manual' }, times, (page, from, to) =>
    page.evaluate(`(async () => {
      for (let turn = ${from}; turn < ${to}; turn++) {
        const { shown, reasons } = await scorelet.show('a', { force: true });
        if (!shown) throw new Error('Mount ' + turn + ': ' + reasons);
        document.querySelector('scorelet-prompt').shadowRoot.querySelector('.close').click();
        // The browser releases the lock of the prompt some time after it was given back.
        while ((await navigator.locks.query()).held.length > 0);
      }
    })()`),
  );

/** Moves from route to route while a survey waits for another URL. */
export const measureRoutes = (browser: Browser, times: number): Promise<Growth> =>
  measure(browser, { targeting: { url: ['/paid/*'] } }, times, (page, from, to) =>
    page.evaluate(`(async () => {
      for (let turn = ${from}; turn < ${to}; turn++) {
        history.pushState(turn, '', '/route/' + turn);
        await new Promise((resolve) => setTimeout(resolve));
      }
      await scorelet.explain('a');
    })()`),
  );
