import { pause } from './engine.ts';
import { unavailable } from './faults.ts';
import type { Row } from './row.ts';
import { untilHeard } from './steps.ts';

const LEAVING = { '/leaving': { early: "addEventListener('click', () => { location.href = 'SITE/elsewhere'; });" } };
const SHOWN = {
  '/shown': { early: "addEventListener('pageshow', (event) => say('from cache: ' + event.persisted));" },
};

/** Time after which a localStorage write is on disk. A browser that is killed earlier loses the write. */
const FLUSH_MS = 1500;

/** Test cases about pages that are closed, left, killed, frozen or cached while events wait. */
export const leavingRows: readonly Row[] = [
  {
    name: 'close-at-once',
    title: 'the respondent closes the tab right after the click and never returns (200 ms round trip)',
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
    title:
      'the collector responds 503, the click also navigates away in the same task, and the respondent returns later',
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
    title:
      'the collector responds 503, the page process is killed right after the click, and the respondent returns later',
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
    title: 'the collector responds 503, and the browser is killed 1.5 s after the click and restarted',
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
    name: 'browser-killed-hanging',
    title: 'the collector never responds, and the browser is killed 1.5 s after the click and restarted',
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
    title:
      'the collector responds 503, the page enters the back/forward cache, the collector recovers, and the respondent goes back',
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
      // The driver treats the cached page as gone, so the checks after the test case must not inspect it.
      await world.close(tab);
      return { problems: shown()[1] === 'from cache: true' ? [] : ['the browser did not cache the page'] };
    },
  },
  {
    name: 'frozen',
    title: 'the collector responds 503, the tab is frozen, the collector recovers, and the tab is resumed',
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
      return { within: 30_000, problems: meanwhile > 0 ? ['the frozen tab sent a request'] : [] };
    },
  },
  {
    name: 'comment-unavailable',
    title:
      'the score arrives, the collector responds 503 to the comment, the tab is closed, and the respondent returns later',
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
    title: 'the collector responds 503 during three page visits in a row and recovers before the fourth',
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
