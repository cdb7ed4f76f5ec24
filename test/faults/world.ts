import type { TestServer } from '../helpers/servers.ts';
import type { Engine, EngineName, Tab } from './engine.ts';
import { atMost, pause } from './engine.ts';
import { type FaultCollector, startFaultCollector } from './faultCollector.ts';
import type { FreezableTab } from './freezableTab.ts';
import { type HostPage, type Site, startCustomerSite } from './site.ts';

/** One customer's site, one collector, one respondent: origins of their own, so that rows know nothing of each other. */
export interface World {
  readonly engine: EngineName;
  readonly collector: FaultCollector;
  readonly site: Site;
  /** The scores that were clicked, in order. */
  readonly scores: readonly number[];
  /** Opens a page of the site in a new tab. @default '/' */
  open(path?: string): Promise<Tab>;
  /** The same in a tab that can be frozen. */
  openFreezable(path: string): Promise<FreezableTab>;
  /** Clicks a score, as a respondent does. */
  answer(tab: Tab, score: number): Promise<void>;
  /** Writes a comment and submits. */
  comment(tab: Tab, text: string): Promise<void>;
  /** Ends a tab for good. */
  close(tab: Tab): Promise<void>;
  crash(tab: Tab): Promise<void>;
  /** Kills the browser and starts it again; no tab is left. */
  killBrowser(): Promise<void>;
  /** Waits until something is so, and throws with what it was when it never is. @default 15 s */
  until(what: string, isSo: () => boolean | Promise<boolean>, ms?: number): Promise<void>;
  /** Waits for one more request than there were at some moment. */
  untilRequest(after?: number): Promise<void>;
  /** Waits until the collector has every answer that was clicked. */
  untilAnswered(): Promise<void>;
  /** Tabs that are still open, the newest last. */
  tabs(): readonly Tab[];
  /** Lines that the driver heard in this world. */
  driverLines(): readonly string[];
  end(): Promise<void>;
}

/** Scores of the answers that the collector has, sorted. */
export const scoresIn = ({ rows }: FaultCollector): number[] =>
  rows
    .flatMap(({ event }) =>
      event.type === 'scorelet.question.answered.v1' && event.data.answer.kind === 'score'
        ? [event.data.answer.score]
        : [],
    )
    .sort((a, b) => a - b);

/** A port that comes again would be an origin with a past: a respondent who has answered there is not asked. */
const usedOrigins = new Set<string>();

const startFreshSite: typeof startCustomerSite = async (pages, origins) => {
  for (;;) {
    const site = await startCustomerSite(pages, origins);
    const isFresh = !usedOrigins.has(site.origin);
    usedOrigins.add(site.origin);
    if (isFresh) return site;
    await site.close();
  }
};

/** Creates a world for one run of a row. */
export const createWorld = async (
  engine: Engine,
  cdn: TestServer,
  pages: Record<string, HostPage> = {},
): Promise<World> => {
  const collector = await startFaultCollector();
  const site = await startFreshSite(pages, { collector: collector.origin, cdn: cdn.origin });
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
      if (!tab) throw new Error(`${engine.version} can't be asked to freeze a page.`);
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
