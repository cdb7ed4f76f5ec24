import type { TestServer } from '../helpers/servers.ts';
import { startFresh } from '../helpers/startFresh.ts';
import type { Engine, EngineName, Tab } from './engine.ts';
import { atMost, pause } from './engine.ts';
import { type FaultCollector, startFaultCollector } from './faultCollector.ts';
import type { FreezableTab } from './freezableTab.ts';
import { type HostPage, type Site, startCustomerSite } from './site.ts';

/** The environment of one test case run: a host site, a collector and a respondent. New origins keep test cases from sharing storage. */
export interface World {
  readonly engine: EngineName;
  readonly collector: FaultCollector;
  readonly site: Site;
  /** The clicked scores, in order. */
  readonly scores: readonly number[];
  /** Opens a page of the host site in a new tab. @default '/' */
  open(path?: string): Promise<Tab>;
  /** Opens a page of the host site in a tab that can be frozen. Throws when the engine cannot freeze a page. */
  openFreezable(path: string): Promise<FreezableTab>;
  /** Clicks a score in the prompt. */
  answer(tab: Tab, score: number): Promise<void>;
  /** Types a comment and submits. */
  comment(tab: Tab, text: string): Promise<void>;
  /** Closes a tab. */
  close(tab: Tab): Promise<void>;
  /** Kills the process of a tab. */
  crash(tab: Tab): Promise<void>;
  /** Kills the browser and restarts it without tabs. */
  killBrowser(): Promise<void>;
  /** Waits until `isSo` returns true. Throws an error that names `what` after the timeout. @default 15_000 ms */
  until(what: string, isSo: () => boolean | Promise<boolean>, ms?: number): Promise<void>;
  /** Waits until the collector has received more than `after` requests. @default 0 */
  untilRequest(after?: number): Promise<void>;
  /** Waits until the collector has every clicked score. */
  untilAnswered(): Promise<void>;
  /** The open tabs, the newest last. */
  tabs(): readonly Tab[];
  /** Console lines that the driver received during this run. */
  driverLines(): readonly string[];
  end(): Promise<void>;
}

/** Returns the scores at the collector, sorted. */
export const scoresIn = ({ rows }: FaultCollector): number[] =>
  rows
    .flatMap(({ event }) =>
      event.type === 'scorelet.question.answered.v1' && event.data.answer.kind === 'score'
        ? [event.data.answer.score]
        : [],
    )
    .sort((a, b) => a - b);

/** Creates the environment for one run of a test case. */
export const createWorld = async (
  engine: Engine,
  cdn: TestServer,
  pages: Record<string, HostPage> = {},
): Promise<World> => {
  const collector = await startFaultCollector();
  const site = await startFresh(() => startCustomerSite(pages, { collector: collector.origin, cdn: cdn.origin }));
  const linesBefore = engine.lines.length;
  let tabs: readonly Tab[] = [];
  let scores: readonly number[] = [];
  const forget = (gone: Tab) => {
    tabs = tabs.filter((tab) => tab !== gone);
  };
  const world: World = {
    engine: engine.name,
    collector,
    site,
    get scores() {
      return scores;
    },
    async open(path = '/') {
      const tab = await engine.openTab(site.origin + path);
      tabs = [...tabs, tab];
      return tab;
    },
    async openFreezable(path) {
      const tab = await engine.openFreezableTab?.(site.origin + path);
      if (!tab) throw new Error(`${engine.version} cannot freeze a page on request. Run this row in Chromium.`);
      tabs = [...tabs, tab];
      return tab;
    },
    async answer(tab, score) {
      await tab.click(`input[value="${score}"]`);
      scores = [...scores, score];
    },
    async comment(tab, text) {
      await tab.type('textarea', text);
      await tab.click('button[type="submit"]');
    },
    async close(tab) {
      forget(tab);
      await tab.close();
    },
    async crash(tab) {
      forget(tab);
      await tab.crash();
    },
    async killBrowser() {
      tabs = [];
      await engine.killAndRelaunch();
    },
    async until(what, isSo, ms = 15_000) {
      const end = Date.now() + ms;
      while (!(await isSo())) {
        if (Date.now() > end) throw new Error(`Waited ${ms / 1000} s for ${what}.`);
        await pause(20);
      }
    },
    untilRequest: (after = 0) => world.until(`request ${after + 1}`, () => collector.requests.length > after),
    untilAnswered: () =>
      world.until('every answer at the collector', () => scoresIn(collector).length >= scores.length),
    tabs: () => tabs,
    driverLines: () => engine.lines.slice(linesBefore),
    async end() {
      await Promise.all(tabs.map((tab) => atMost(5000, tab.close())));
      await Promise.all([collector.close(), site.close()]);
    },
  };
  return world;
};
