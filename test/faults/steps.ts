import { pause } from './engine.ts';
import type { World } from './world.ts';

/**
 * A page with a survey of its own, in the page and without clocks that know of the others: several tabs are to have something to deliver,
 * and prompts over the page are for one tab at a time.
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

/** Answers on a page whose collector is not well, and leaves once the first request has failed. */
export const answerAndLeave = async (world: World, score: number, path?: string) => {
  const before = world.collector.requests.length;
  const tab = await world.open(path);
  await world.answer(tab, score);
  await world.untilRequest(before);
  await world.close(tab);
};

/** Answers while nothing comes through, leaves, and comes back when all is well again. */
export const missAndReturn = async (world: World, path = '/', score = 9): Promise<void> => {
  await answerAndLeave(world, score, path);
  await pause(300);
  world.collector.fault = undefined;
  await world.open(path);
};

/** Waits until the collector has said of a request that it was well. */
export const untilTaken = (world: World): Promise<void> =>
  world.until('a request that was answered', () => world.collector.requests.some(({ fate }) => fate === 'ok'), 25_000);

/** Waits until the page was told of so many answers: what was clicked is recorded, whatever the wire says. */
export const untilHeard = (world: World, count = 1): Promise<void> =>
  world.until(
    'answers in the page',
    () => world.site.heard.filter(({ type }) => type.includes('answered')).length >= count,
  );
