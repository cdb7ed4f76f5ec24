import { pause } from './engine.ts';
import { always, tooMany, unavailable } from './faults.ts';
import type { Row } from './row.ts';
import { answerAndLeave, missAndReturn, untilHeard } from './steps.ts';

const YEARS_MS = 5 * 365 * 24 * 3_600_000;

/** Returns a script that shifts the page's clock. It must run before the other scripts. */
const setClock = (ms: number) => `{
  const Real = Date;
  window.Date = class extends Real {
    constructor(...args) { if (args.length) super(...args); else super(Real.now() + ${ms}); }
    static now() { return Real.now() + ${ms}; }
  };
}`;
const CLOCKS = { '/ahead': { early: setClock(YEARS_MS) }, '/behind': { early: setClock(-YEARS_MS) } };

/** Returns the SDK's localStorage keys, except the display records, the not-before hints, the visit and the random id for sampling. */
const KEPT =
  "Object.keys(localStorage).filter((key) => key.startsWith('scorelet:') && !/^scorelet:1:[fnvd]/.test(key))";

/** Test cases about host pages: wrong clocks, CSP, service workers, keepalive limits, withdrawn consent. */
export const pageRows: readonly Row[] = [
  ...['/ahead', '/behind'].map(
    (path): Row => ({
      name: `clock${path.replace('/', '-')}`,
      title: `the collector responds 503, the tab is closed, and the respondent returns later; the clock is five years ${path.slice(1)}`,
      pages: CLOCKS,
      async run(world) {
        world.collector.fault = unavailable;
        await missAndReturn(world, path);
        return {};
      },
    }),
  ),
  {
    name: 'clock-set-back',
    title:
      'the collector responds 503 while the clock is five years ahead; the clock is correct when the respondent returns',
    pages: CLOCKS,
    async run(world) {
      world.collector.fault = unavailable;
      await answerAndLeave(world, 9, '/ahead');
      world.collector.fault = undefined;
      await world.open('/');
      return {};
    },
  },
  {
    name: 'clock-429',
    title: 'the collector responds 429 with Retry-After 3 s while the clock is five years behind',
    pages: CLOCKS,
    async run(world) {
      world.collector.fault = tooMany(3);
      const tab = await world.open('/behind');
      await world.answer(tab, 9);
      return {};
    },
  },
  {
    name: 'blocked',
    title: "a host page's CSP blocks the request, and a later page allows it",
    pages: { '/blocked': { headers: { 'Content-Security-Policy': 'connect-src SITE' } } },
    async run(world) {
      const tab = await world.open('/blocked');
      await world.answer(tab, 9);
      await untilHeard(world);
      await pause(500);
      await world.close(tab);
      await world.open('/');
      return {};
    },
  },
  {
    name: 'service-worker',
    title: "the host page's service worker forwards requests, and nothing fails",
    pages: {
      '/worker': {
        early: `navigator.serviceWorker.register('/worker.js');
          navigator.serviceWorker.ready.then(() => say(navigator.serviceWorker.controller ? 'controlled' : 'ready'));`,
      },
    },
    async run(world) {
      const before = await world.open('/worker');
      await world.until('the worker', () => world.site.said.length > 0);
      await world.close(before);
      const tab = await world.open('/worker');
      await world.until('a page under its control', () => world.site.said.includes('controlled'));
      await world.answer(tab, 9);
      await world.untilAnswered();
      return { once: true };
    },
  },
  {
    name: 'service-worker-503',
    title:
      "the collector responds 503 through the host page's service worker, the tab is closed, and the respondent returns later",
    pages: { '/worker': { early: "navigator.serviceWorker.register('/worker.js').then(() => say('ready'));" } },
    async run(world) {
      const before = await world.open('/worker');
      await world.until('the worker', () => world.site.said.length > 0);
      await world.close(before);
      world.collector.fault = unavailable;
      await missAndReturn(world, '/worker');
      return {};
    },
  },
  {
    name: 'keepalive-budget',
    title: "another script's requests use up the browser's 64 KiB limit for keepalive requests",
    pages: {
      '/hungry': {
        early: `for (let size = 65536; size >= 64; size = Math.floor(size / 2)) {
          fetch('SITE/never', { method: 'POST', mode: 'no-cors', keepalive: true, body: 'x'.repeat(size) }).catch(() => {});
        }`,
      },
    },
    async run(world) {
      const tab = await world.open('/hungry');
      await world.answer(tab, 9);
      await world.untilAnswered();
      return {};
    },
  },
  {
    name: 'consent-withdrawn',
    title: 'consent is denied while a request hangs: no event stays on the device and none is sent again',
    async run(world) {
      world.collector.fault = always({ kind: 'hang' });
      const tab = await world.open();
      await world.answer(tab, 9);
      await world.untilRequest();
      const known = new Set(world.collector.requests.flatMap(({ ids }) => ids));
      const before = world.collector.requests.length;
      await tab.evaluate("window.scorelet.push(['consent', 'denied']) || true");
      await pause(500);
      const kept = (await tab.evaluate(KEPT)) as string[];
      world.collector.fault = undefined;
      await world.close(tab);
      await world.open();
      await pause(2000);
      const again = world.collector.requests.slice(before).flatMap(({ ids }) => ids);
      const problems = [
        ...kept.map((key) => `${key} is still on the device`),
        ...(again.some((id) => known.has(id)) ? ['an event was sent again after consent was denied'] : []),
      ];
      return { arrives: 'nothing', problems };
    },
  },
];
