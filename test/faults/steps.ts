import { pause } from './engine.ts';
import type { World } from './world.ts';

/**
 * A page with an inline survey that no other survey suppresses. Several tabs can show such a survey at the same time; a popover
 * shows in only one tab at a time.
 */
const survey = (id: string) => ({
  surveys: [
    {
      id,
      metric: 'nps',
      brand: 'Acme',
      presentation: 'inline',
      target: '#here',
      frequency: { clocks: { relational: { per: 'survey', answered: '12w' }, any: false } },
    },
  ],
});
export const SURVEYS = { '/a': survey('a'), '/b': survey('b'), '/c': survey('c') };

/** Answers in a new tab and closes it after the collector has received a request. */
export const answerAndLeave = async (world: World, score: number, path?: string) => {
  const before = world.collector.requests.length;
  const tab = await world.open(path);
  await world.answer(tab, score);
  await world.untilRequest(before);
  await world.close(tab);
};

/** Answers while the collector fails, closes the tab, and returns after the collector has recovered. */
export const missAndReturn = async (world: World, path = '/', score = 9): Promise<void> => {
  await answerAndLeave(world, score, path);
  await pause(300);
  world.collector.fault = undefined;
  await world.open(path);
};

/** Waits until the collector has acknowledged a request. */
export const untilTaken = (world: World): Promise<void> =>
  world.until('an acknowledged request', () => world.collector.requests.some(({ fate }) => fate === 'ok'), 25_000);

/** Waits until the page's `on()` listeners have received `count` answers. The collector may not have them yet. */
export const untilHeard = (world: World, count = 1): Promise<void> =>
  world.until(
    `${count} answered events in the page`,
    () => world.site.heard.filter(({ type }) => type.includes('answered')).length >= count,
  );
