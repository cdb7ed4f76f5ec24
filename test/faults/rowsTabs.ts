import { pause } from './engine.ts';
import { unavailable } from './faults.ts';
import type { Row } from './row.ts';
import { answerAndLeave, SURVEYS } from './steps.ts';

const VISITS = [
  ['/a', 2],
  ['/b', 7],
  ['/c', 9],
] as const;

/** Several pages of one site at a time. */
export const tabRows: readonly Row[] = [
  {
    name: 'three-tabs',
    title: 'three tabs, each answers, all is well: one copy of each event',
    pages: SURVEYS,
    async run(world) {
      for (const [path, score] of VISITS) {
        const tab = await world.open(path);
        await world.answer(tab, score);
        await world.untilAnswered();
        // The receipt is under way; a page that is covered before it came is allowed a copy.
        await pause(200);
      }
      return { once: true };
    },
  },
  {
    name: 'three-tabs-503',
    title: '503 while three tabs answer; all stay open, then all is well',
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
    title: '429 with Retry-After 3 s while three tabs answer: nobody asks before it is over',
    pages: SURVEYS,
    async run(world) {
      let until: number | undefined;
      world.collector.fault = ({ at }) => {
        // From the first answer: what came before is beside the point.
        until ??= at + 3000;
        return at < until ? { kind: 'status', status: 429, retryAfter: `${(until - at) / 1000}` } : undefined;
      };
      for (const [path, score] of VISITS) await world.answer(await world.open(path), score);
      return { within: 40_000 };
    },
  },
  {
    name: 'owner-crash',
    title: 'a tab crashes while its request hangs; another open tab delivers',
    // Elsewhere the pages of a site crash together, and S5 is what is left of this.
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
    name: 'two-heirs',
    title: '503, tab closed; two tabs come back at once (600 ms round trip): one of them delivers',
    pages: SURVEYS,
    async run(world) {
      world.collector.fault = unavailable;
      await answerAndLeave(world, 9, '/a');
      // What is younger is left to the page that wrote it.
      await pause(3000);
      world.collector.fault = undefined;
      world.collector.proxy.latencyMs = 600;
      const before = world.collector.requests.length;
      await Promise.all([world.open('/a'), world.open('/a')]);
      await world.untilAnswered();
      await pause(2500);
      const copies = world.collector.requests.slice(before).flatMap(({ ids }) => ids);
      const extra = copies.length - new Set(copies).size;
      return { problems: extra > 0 ? [`${extra} copies by the other tab`] : [] };
    },
  },
  {
    name: 'two-tags',
    title: 'the script tag stands twice on the page',
    pages: { '/twice': { tags: 2 } },
    async run(world) {
      const tab = await world.open('/twice');
      await world.answer(tab, 7);
      await world.untilAnswered();
      // For who has written the page, once.
      return { once: true, lines: [/\[scorelet\] Loaded twice/] };
    },
  },
];
