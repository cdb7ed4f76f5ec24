import { pause } from './engine.ts';
import { first, tooMany, unavailable } from './faults.ts';
import type { Row } from './row.ts';
import { answerAndLeave, SURVEYS } from './steps.ts';
import type { World } from './world.ts';

/** Answers while the collector responds 429 with Retry-After, and waits on the open page. */
const waitOut = (seconds: number) => async (world: World) => {
  world.collector.fault = tooMany(seconds);
  const tab = await world.open();
  await world.answer(tab, 9);
  await world.untilAnswered();
  return {};
};

/** The eleven outage scenarios. In each of them every answer must arrive exactly once. */
export const scenarios: readonly Row[] = [
  {
    name: 'S1',
    title: 'nothing fails',
    async run(world) {
      const tab = await world.open();
      await world.answer(tab, 9);
      await world.untilAnswered();
      await world.comment(tab, 'Fast delivery');
      await world.until('completed', () =>
        world.collector.rows.some(({ event }) => event.type === 'scorelet.survey.completed.v1'),
      );
      // Waits for the acknowledgement. A page that is closed before it arrives may send a copy.
      await pause(200);
      await world.close(tab);
      const before = world.collector.requests.length;
      await world.open();
      await pause(1000);
      const more = world.collector.requests.length - before;
      return { once: true, problems: more > 0 ? [`${more} requests by a page without events`] : [] };
    },
  },
  {
    name: 'S2',
    title: 'the collector responds 503, the tab is closed, and the respondent returns later',
    async run(world) {
      world.collector.fault = unavailable;
      await answerAndLeave(world, 9);
      await pause(300);
      world.collector.fault = undefined;
      await world.open();
      return {};
    },
  },
  {
    name: 'S2b',
    title: 'the collector responds 503 for 6 s, and the page stays open',
    async run(world) {
      const tab = await world.open();
      world.collector.fault = unavailable;
      await world.answer(tab, 9);
      await pause(6000);
      world.collector.fault = undefined;
      return { within: 40_000 };
    },
  },
  { name: 'S3', title: 'the collector responds 429 with Retry-After 1.5 s', run: waitOut(1.5) },
  { name: 'S3b', title: 'the collector responds 429 with Retry-After 5 s', run: waitOut(5) },
  {
    name: 'S4',
    title: 'the connection closes without a response, the tab is closed, and the respondent returns later',
    async run(world) {
      world.collector.fault = () => ({ kind: 'drop' });
      await answerAndLeave(world, 9);
      await pause(300);
      world.collector.fault = undefined;
      await world.open();
      return {};
    },
  },
  {
    name: 'S5',
    title: 'the collector never responds, the tab crashes, and the respondent returns later',
    async run(world) {
      world.collector.fault = () => ({ kind: 'hang' });
      const tab = await world.open();
      await world.answer(tab, 9);
      await world.untilRequest();
      await world.crash(tab);
      world.collector.fault = undefined;
      await world.open();
      return {};
    },
  },
  {
    name: 'S6',
    title: 'the click also navigates away in the same task, and the respondent never returns (200 ms round trip)',
    pages: { '/leaving': { early: "addEventListener('click', () => { location.href = 'SITE/elsewhere'; });" } },
    async run(world) {
      world.collector.proxy.latencyMs = 200;
      const tab = await world.open('/leaving');
      await world.answer(tab, 9);
      return { left: true };
    },
  },
  {
    name: 'S7',
    title: 'the collector responds 503 while the respondent answers in three tabs; all are closed and one is reopened',
    pages: SURVEYS,
    async run(world) {
      world.collector.fault = unavailable;
      const opened = [];
      for (const [path, score] of [
        ['/a', 2],
        ['/b', 7],
        ['/c', 9],
      ] as const) {
        const tab = await world.open(path);
        await world.answer(tab, score);
        opened.push(tab);
      }
      await world.untilRequest();
      for (const tab of opened) await world.close(tab);
      world.collector.fault = undefined;
      await world.open('/a');
      return {};
    },
  },
  {
    name: 'S8',
    title: 'the collector commits the events, then resets the connection',
    async run(world) {
      const tab = await world.open();
      world.collector.fault = first(1, { kind: 'reset' });
      await world.answer(tab, 9);
      const isKnown = () => world.collector.requests.some(({ fate }) => fate === 'ok');
      await world.until('a request with a successful response', isKnown);
      return {};
    },
  },
  {
    name: 'S9',
    title: 'the collector responds 503, the tab is closed, and the respondent returns later and answers another survey',
    pages: SURVEYS,
    async run(world) {
      world.collector.fault = unavailable;
      await answerAndLeave(world, 9, '/a');
      await pause(300);
      world.collector.fault = undefined;
      const tab = await world.open('/b');
      await world.answer(tab, 3);
      return {};
    },
  },
];
