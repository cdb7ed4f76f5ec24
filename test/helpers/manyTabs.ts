import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import type { Explanation } from '../../src/api/options.ts';
import type { EventName, EventOf, GateName } from '../../src/schema/index.ts';
import { eventsOf, openSurveys, type SurveyPageOptions, still } from './surveyPage.ts';

/** One page of the site in a tab of its own. */
export interface Tab {
  readonly page: Page;
  readonly prompt: Locator;
  /** Runs a method of the client, written as code. */
  run<Result = unknown>(code: string): Promise<Result>;
  /** The prompt is there, and can be answered. */
  asks(): Promise<void>;
  /** Resolves when no prompt is there. */
  isQuiet(): Promise<void>;
  /** What may come has come by now, and none of it is a prompt. */
  staysQuiet(ms?: number): Promise<void>;
  /** Gives a score, sends it, and closes the thanks. */
  answer(score: number): Promise<void>;
  dismiss(): Promise<void>;
  /** The gates of a survey that are closed, a clock or a trait by its name. */
  closed(id?: string): Promise<(GateName | string)[]>;
  reload(): Promise<void>;
}

type Clock = SurveyPageOptions['clock'];

/** Waits for the client of a page that has loaded. */
const ready = async (page: Page, clock: Clock) => {
  // The client starts in a task of its own.
  if (clock === 'stopped') await page.clock.runFor(1);
  await page.waitForFunction('window.scorelet && !Array.isArray(scorelet)');
};

const toTab = (page: Page, clock: Clock): Tab => {
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
      if (await prompt.count()) throw new Error(`A prompt: ${await prompt.innerText()}`);
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
  };
};

/** Opens a host page, and more tabs of the same browser beside it. */
export const openTabs = async (
  browser: Browser,
  surveys: Parameters<typeof openSurveys>[1],
  {
    init,
    before,
    path = '/',
    ...options
  }: SurveyPageOptions & {
    /** Runs in every page before its own scripts. */
    init?: string;
    /** Prepares the context before the first page is there. */
    before?: (context: BrowserContext) => Promise<unknown>;
  } = {},
) => {
  // What runs before the page's own scripts has to be there before the page is.
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
    ...toTab(page, options.clock),
    context,
    /** Another tab, at the same address or another. */
    async another(other = path): Promise<Tab> {
      const next = await context.newPage();
      await next.goto(siteUrl(other));
      await ready(next, options.clock);
      return toTab(next, options.clock);
    },
    /** What the collector has of events of a name, in the order of their responses' own sequence. */
    events: <Name extends EventName>(name: Name): EventOf<Name>['data'][] => eventsOf(collector, name),
    /** The same, in the order in which they happened. */
    received: <Name extends EventName>(name: Name): EventOf<Name>['data'][] =>
      collector.received
        .map(({ event }) => event)
        .filter(({ type }) => type === `scorelet.survey.${name}.v1`)
        .sort((one, other) => one.time.localeCompare(other.time))
        .map(({ data }) => data as EventOf<Name>['data']),
  };
};

/** No clock of its own stands in its way: what keeps it away is something else. */
export const FREE = { clocks: { relational: false, touchpoint: false, any: false, snooze: false, ignored: false } };
