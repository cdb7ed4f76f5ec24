import { pause } from './engine.ts';
import { unavailable } from './faults.ts';
import type { Row } from './row.ts';
import { answerAndLeave, SURVEYS } from './steps.ts';

const VISITS = [
  ['/a', 2],
  ['/b', 7],
  ['/c', 9],
] as const;

/** Test cases with several open tabs of one site, or two script tags on a page. */
export const tabRows: readonly Row[] = [
  {
    name: 'three-tabs',
    title: 'the respondent answers in three tabs, and each event is sent once',
    pages: SURVEYS,
    async run(world) {
      for (const [path, score] of VISITS) {
        const tab = await world.open(path);
        await world.answer(tab, score);
        await world.untilAnswered();
        // Waits for the acknowledgement. A page that is hidden before it arrives may send a copy.
        await pause(200);
      }
      return { once: true };
    },
  },
  {
    name: 'three-tabs-503',
    title: 'the collector responds 503 while the respondent answers in three tabs, and recovers while all stay open',
    pages: SURVEYS,
    async run(world) {
      world.collector.fault = unavailable;
      for (const [path, score] of VISITS) await world.answer(await world.open(path), score);
      await world.untilRequest();
      world.collector.fault = undefined;
      return { within: 40_000 };
    },
  },
  {
    name: 'three-tabs-429',
    title:
      'the collector responds 429 with Retry-After 3 s while the respondent answers in three tabs, and no tab sends earlier',
    pages: SURVEYS,
    async run(world) {
      let until: number | undefined;
      world.collector.fault = ({ at }) => {
        // The three seconds begin with the first request.
        until ??= at + 3000;
        return at < until ? { kind: 'status', status: 429, retryAfter: `${(until - at) / 1000}` } : undefined;
      };
      for (const [path, score] of VISITS) await world.answer(await world.open(path), score);
      return { within: 40_000 };
    },
  },
  {
    name: 'owner-crash',
    title: 'a tab crashes while its request hangs, and another open tab delivers its events',
    // In the other engines all pages of a site crash together. S5 covers that case.
    engines: ['chromium'],
    pages: SURVEYS,
    async run(world) {
      world.collector.fault = () => ({ kind: 'hang' });
      const owner = await world.open('/a');
      await world.answer(owner, 2);
      await world.untilRequest();
      await world.open('/b');
      await pause(500);
      await world.crash(owner);
      world.collector.fault = undefined;
      return { within: 30_000 };
    },
  },
  {
    name: 'two-tabs-return',
    title:
      'the collector responds 503, the tab is closed, and two tabs open at once (600 ms round trip): only one delivers',
    pages: SURVEYS,
    async run(world) {
      world.collector.fault = unavailable;
      await answerAndLeave(world, 9, '/a');
      // Other tabs send an event only after it is a few seconds old. Before that, it belongs to the tab that wrote it.
      await pause(3000);
      world.collector.fault = undefined;
      world.collector.proxy.latencyMs = 600;
      const before = world.collector.requests.length;
      await Promise.all([world.open('/a'), world.open('/a')]);
      await world.untilAnswered();
      await pause(2500);
      const copies = world.collector.requests.slice(before).flatMap(({ ids }) => ids);
      const extra = copies.length - new Set(copies).size;
      return { problems: extra > 0 ? [`${extra} events were sent by both tabs`] : [] };
    },
  },
  {
    name: 'two-tags',
    title: 'the page contains the script tag twice',
    pages: { '/twice': { tags: 2 } },
    async run(world) {
      const tab = await world.open('/twice');
      await world.answer(tab, 7);
      await world.untilAnswered();
      // The SDK warns the developer of the page once.
      return { once: true, lines: [/\[scorelet\] Loaded twice/] };
    },
  },
];
