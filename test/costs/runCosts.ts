import { toQuartiles } from '../bench/quartiles.ts';
import { launchBrowser, launchCachingBrowser } from '../helpers/browser.ts';
import { isCached } from './isCached.ts';
import { type Growth, measureMounts, measureRoutes } from './measureGrowth.ts';
import { measureVisit, type Visit } from './measureVisit.ts';

/** One line of the table. */
interface Cost {
  readonly what: string;
  readonly value: string;
  /** What the value must be. Other lines are only printed. */
  readonly wanted?: string;
  readonly isMet?: boolean;
}

/**
 * The nodes and listeners that many repetitions may leave. The browser frees the hundred listeners of the last prompt late, so a hundred
 * repetitions or more are needed to see one that each of them leaves.
 */
const MOST_LEFT = { nodes: 10, listeners: 100 };

const exactly = (what: string, value: number | boolean, wanted: number | boolean): Cost => ({
  what,
  value: `${value}`,
  wanted: `${wanted}`,
  isMet: value === wanted,
});

const toGrowth = (what: string, { before, after }: Growth): Cost[] => {
  const counted = (['nodes', 'listeners'] as const).map((name) => ({
    what: `${name} ${what}`,
    value: `${before[name]} → ${after[name]}`,
    wanted: `at most ${MOST_LEFT[name]} more`,
    isMet: after[name] - before[name] <= MOST_LEFT[name],
  }));
  const kB = ({ heapBytes }: Growth['before']) => Math.round(heapBytes / 1000).toLocaleString('en');
  return [...counted, { what: `heap ${what}, kB`, value: `${kB(before)} → ${kB(after)}` }];
};

const toVisitCosts = (visits: readonly Visit[]): Cost[] => {
  const longest = Math.max(0, ...visits.flatMap(({ longTasks }) => longTasks));
  const median = (pick: (visit: Visit) => number) => Math.round(toQuartiles(visits.map(pick)).median);
  return [
    exactly('layout shift of a whole visit', Math.max(...visits.map(({ shift }) => shift)), 0),
    exactly('timers twelve seconds after the prompt closed', Math.max(...visits.map(({ timers }) => timers)), 0),
    { what: 'long tasks of a visit, 6× slower CPU', value: `${median(({ longTasks }) => longTasks.length)}` },
    { what: 'longest of them, ms', value: `${Math.round(longest)}` },
    { what: 'click on a score → next paint, 6× slower CPU, ms', value: `${median(({ click }) => click)}` },
  ];
};

/** Measures what the built script tag costs a page, and prints it. Resolves false when a stable figure is not what it must be. */
export const runCosts = async ({ visits, times }: { visits: number; times: number }): Promise<boolean> => {
  const browser = await launchBrowser();
  const caching = await launchCachingBrowser();
  try {
    const made: Visit[] = [];
    while (made.length < visits) made.push(await measureVisit(browser));
    const costs = [
      ...toVisitCosts(made),
      ...toGrowth(`before and after ${times.toLocaleString('en')} prompts`, await measureMounts(browser, times)),
      ...toGrowth(`before and after ${times.toLocaleString('en')} routes`, await measureRoutes(browser, times)),
      exactly('back from the back/forward cache', await isCached(caching), true),
    ];
    for (const { what, value, wanted, isMet = true } of costs) {
      console.log(`${isMet ? ' ' : '✗'} ${what.padEnd(52)} ${value.padStart(18)}  ${wanted ?? ''}`);
    }
    return costs.every(({ isMet = true }) => isMet);
  } finally {
    await Promise.all([browser.close(), caching.close()]);
  }
};
