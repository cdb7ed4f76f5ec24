import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import type { Explanation } from '../../src/api/options.ts';
import type { EventName, EventOf, GateName } from '../../src/schema/index.ts';
import { eventsOf, openSurveys, type SurveyPageOptions, still } from './surveyPage.ts';

/** A browser tab with a page of the host site. */
export interface Tab {
  readonly page: Page;
  readonly prompt: Locator;
  /** Calls a method of the client in the page, for example `run("show('a')")`. */
  run<Result = unknown>(code: string): Promise<Result>;
  /** Waits until a prompt shows a scale or a text field. */
  asks(): Promise<void>;
  /** Waits until the page has no prompt. */
  isQuiet(): Promise<void>;
  /** Waits, and throws if a prompt appears in this time. @default 1800 ms */
  staysQuiet(ms?: number): Promise<void>;
  /** Clicks a score, submits, and closes the thank-you message. */
  answer(score: number): Promise<void>;
  dismiss(): Promise<void>;
  /** Returns the closed gates of a survey. A frequency cap or a trait is listed by its own name. */
  closed(id?: string): Promise<(GateName | string)[]>;
  reload(): Promise<void>;
  /** Loads another page of the host site in this tab. */
  visit(path: string): Promise<void>;
}

type Clock = SurveyPageOptions['clock'];

/** Waits until the client has started on a loaded page. */
const ready = async (page: Page, clock: Clock) => {
  // The client starts in a timer, which does not fire while the clock is stopped.
  if (clock === 'stopped') await page.clock.runFor(1);
  await page.waitForFunction('window.scorelet && !Array.isArray(scorelet)');
};

const toTab = (page: Page, siteUrl: (path: string) => string, clock: Clock): Tab => {
  const prompt = page.locator('scorelet-prompt');
  const isQuiet = () => prompt.waitFor({ state: 'detached' });
  return {
    page,
    prompt,
    run: (code) => page.evaluate(`scorelet.${code}`),
    asks: () => prompt.locator('.option:visible, textarea:visible').first().waitFor(),
    isQuiet,
    async staysQuiet(ms = 1800) {
      await page.waitForTimeout(ms);
      if (await prompt.count())
        throw new Error(`Expected no prompt, got one with the text: ${await prompt.innerText()}`);
    },
    async answer(score) {
      await prompt.getByRole('radio', { name: `${score}`, exact: true }).click();
      await prompt.getByRole('button', { name: 'Submit' }).click();
      await prompt.getByText('Thank you').waitFor();
      await prompt.getByRole('button', { name: 'Close' }).click();
      await isQuiet();
    },
    async dismiss() {
      await prompt.getByRole('button', { name: 'Close' }).click();
      await isQuiet();
    },
    async closed(id = 'a') {
      const [explained] = await page.evaluate<Explanation[]>(`scorelet.explain('${id}')`);
      return (explained?.gates ?? []).filter(({ open }) => !open).map(({ gate, name }) => name ?? gate);
    },
    async reload() {
      await page.reload();
      await ready(page, clock);
    },
    async visit(path) {
      await page.goto(siteUrl(path));
      await ready(page, clock);
    },
  };
};

/** Opens a host page with surveys. `another()` opens more tabs in the same browser context. */
export const openTabs = async (
  browser: Browser,
  surveys: Parameters<typeof openSurveys>[1],
  {
    init,
    before,
    path = '/',
    ...options
  }: SurveyPageOptions & {
    /** Script that runs in every page before the page's own scripts. */
    init?: string;
    /** Prepares the browser context before the first page opens. */
    before?: (context: BrowserContext) => Promise<unknown>;
  } = {},
) => {
  // Init scripts affect only pages that open later. The context is therefore created with an empty page.
  const opened = await openSurveys(browser, surveys, {
    context: still(1000),
    ...options,
    path: init || before ? '/favicon.ico' : path,
  });
  onTestFinished(opened.close);
  const { page, collector, siteUrl } = opened;
  const context = page.context();
  if (init) await context.addInitScript(init);
  await before?.(context);
  if (init || before) {
    await page.goto(siteUrl(path));
  }
  await ready(page, options.clock);
  return {
    ...opened,
    ...toTab(page, siteUrl, options.clock),
    context,
    /** Opens another tab. @default the path of the first tab */
    async another(other = path): Promise<Tab> {
      const next = toTab(await context.newPage(), siteUrl, options.clock);
      await next.visit(other);
      return next;
    },
    /** Returns the data of the collector's events with a name, ordered by their sequence in the response. */
    events: <Name extends EventName>(name: Name): EventOf<Name>['data'][] => eventsOf(collector, name),
    /** Returns the data of the collector's events with a name, ordered by time. */
    received: <Name extends EventName>(name: Name): EventOf<Name>['data'][] =>
      collector.received
        .map(({ event }) => event)
        .filter(({ type }) => type === `scorelet.survey.${name}.v1`)
        .sort((one, other) => one.time.localeCompare(other.time))
        .map(({ data }) => data as EventOf<Name>['data']),
  };
};

/** Frequency settings that switch off every frequency cap, so only other gates can suppress the survey. */
export const FREE = { clocks: { relational: false, touchpoint: false, any: false, snooze: false, ignored: false } };
