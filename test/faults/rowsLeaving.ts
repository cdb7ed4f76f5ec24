import { pause } from './engine.ts';
import { unavailable } from './faults.ts';
import type { Row } from './row.ts';
import { untilHeard } from './steps.ts';

const LEAVING = { '/leaving': { early: "addEventListener('click', () => { location.href = 'SITE/elsewhere'; });" } };
const SHOWN = {
  '/shown': { early: "addEventListener('pageshow', (event) => say('from cache: ' + event.persisted));" },
};

/** A localStorage write survives the end of the page, but a browser killed within this time takes it along. */
const FLUSH_MS = 1500;

/** How pages end: by a click, by a crash, by a power cut, or not at all. */
export const leavingRows: readonly Row[] = [
  {
    name: 'close-at-once',
    title: 'the tab is closed right after the click and nobody comes back (200 ms round trip)',
    async run(world) {
      world.collector.proxy.latencyMs = 200;
      const tab = await world.open();
      await world.answer(tab, 10);
      await world.close(tab);
      return { arrives: 'answers' };
    },
  },
  {
    name: 'navigate-in-task',
    title: '503, the click navigates away in the same task, comes back',
    pages: LEAVING,
    async run(world) {
      world.collector.fault = unavailable;
      const tab = await world.open('/leaving');
      await world.answer(tab, 10);
      await world.untilRequest();
      await world.until('the other page', () => world.site.said.includes('elsewhere'));
      world.collector.fault = undefined;
      await tab.goto(`${world.site.origin}/`);
      return {};
    },
  },
  {
    name: 'renderer-killed',
    title: '503, the page is killed right after the click, comes back',
    async run(world) {
      world.collector.fault = unavailable;
      const tab = await world.open();
      await world.answer(tab, 10);
      await world.crash(tab);
      world.collector.fault = undefined;
      await world.open();
      return { arrives: 'answers' };
    },
  },
  {
    name: 'browser-killed',
    title: '503, the browser is killed 1.5 s after the click and comes back',
    async run(world) {
      world.collector.fault = unavailable;
      const tab = await world.open();
      await world.answer(tab, 10);
      await pause(FLUSH_MS);
      await world.killBrowser();
      world.collector.fault = undefined;
      await world.open();
      return {};
    },
  },
  {
    name: 'killed-hanging',
    title: 'a request hangs, the browser is killed 1.5 s after the click and comes back',
    async run(world) {
      world.collector.fault = () => ({ kind: 'hang' });
      const tab = await world.open();
      await world.answer(tab, 10);
      await pause(FLUSH_MS);
      await world.killBrowser();
      world.collector.fault = undefined;
      await world.open();
      return {};
    },
  },
  {
    name: 'bfcache',
    title: '503, the page goes into the back/forward cache, all is well, and one step back',
    pages: SHOWN,
    async run(world) {
      world.collector.fault = unavailable;
      const tab = await world.open('/shown');
      await world.answer(tab, 10);
      await world.untilRequest();
      await pause(200);
      await tab.goto(`${world.site.origin}/elsewhere`);
      world.collector.fault = undefined;
      await tab.back();
      const shown = () => world.site.said.filter((word) => word.startsWith('from cache'));
      await world.until('the page again', () => shown().length > 1);
      await world.untilAnswered();
      // The driver is not to look into a page that it believes gone.
      await world.close(tab);
      return { problems: shown()[1] === 'from cache: true' ? [] : ['the browser did not cache the page'] };
    },
  },
  {
    name: 'frozen',
    title: '503, the tab is frozen, all is well, and it is woken',
    engines: ['chromium'],
    pages: { '/freezing': { early: "document.addEventListener('freeze', () => say('frozen'));" } },
    async run(world) {
      world.collector.fault = unavailable;
      const tab = await world.openFreezable('/freezing');
      await world.answer(tab, 10);
      await world.untilRequest();
      await tab.setFrozen(true);
      await world.until('the freeze', () => world.site.said.includes('frozen'));
      world.collector.fault = undefined;
      const before = world.collector.requests.length;
      await pause(2500);
      const meanwhile = world.collector.requests.length - before;
      await tab.setFrozen(false);
      return { within: 30_000, problems: meanwhile > 0 ? ['the tab was not frozen'] : [] };
    },
  },
  {
    name: 'comment-half-way',
    title: 'the comment is submitted while nothing comes through, tab closed, comes back: five events in order',
    async run(world) {
      const tab = await world.open();
      await world.answer(tab, 10);
      await world.untilAnswered();
      world.collector.fault = unavailable;
      await world.comment(tab, 'Later');
      await untilHeard(world, 2);
      await world.close(tab);
      world.collector.fault = undefined;
      await world.open();
      return {};
    },
  },
  {
    name: 'many-visits',
    title: '503 for three visits in a row, each closed, then all is well',
    async run(world) {
      world.collector.fault = unavailable;
      const tab = await world.open();
      await world.answer(tab, 10);
      await world.untilRequest();
      await world.close(tab);
      for (let visit = 0; visit < 2; visit++) {
        const again = await world.open();
        await pause(800);
        await world.close(again);
      }
      world.collector.fault = undefined;
      await world.open();
      return {};
    },
  },
];
