import { pause } from './engine.ts';
import { always, tooMany, unavailable } from './faults.ts';
import type { Row } from './row.ts';
import { answerAndLeave, missAndReturn, untilHeard } from './steps.ts';

const YEARS_MS = 5 * 365 * 24 * 3_600_000;

/** Sets the page's clock, before any other script reads it. */
const setClock = (ms: number) => `{
  const Real = Date;
  window.Date = class extends Real {
    constructor(...args) { if (args.length) super(...args); else super(Real.now() + ${ms}); }
    static now() { return Real.now() + ${ms}; }
  };
}`;
const CLOCKS = { '/ahead': { early: setClock(YEARS_MS) }, '/behind': { early: setClock(-YEARS_MS) } };

/** Looks for anything of ours on the device but what is remembered of asks and of the visit. */
const KEPT =
  "Object.keys(localStorage).filter((key) => key.startsWith('scorelet:') && !/^scorelet:1:[fnvd]/.test(key))";

/** What host pages do. */
export const pageRows: readonly Row[] = [
  ...['/ahead', '/behind'].map(
    (path): Row => ({
      name: `clock${path.replace('/', '-')}`,
      title: `503, tab closed, comes back; the clock is five years ${path.slice(1)}`,
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
    title: '503 under a clock that is five years ahead; it is right again when the tab comes back',
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
    title: '429 with Retry-After 3 s under a clock that is five years behind',
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
    title: "a page's CSP forbids the request; a later page allows it",
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
    title: "the host's service worker passes requests through",
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
    title: "503 through the host's service worker, tab closed, comes back",
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
    title: "another script's requests have eaten the browser's 64 KiB for keepalive",
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
    title: 'consent is denied while a request hangs: nothing is kept, nothing is sent again',
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
        ...kept.map((key) => `kept ${key}`),
        ...(again.some((id) => known.has(id)) ? ['sent again what was withdrawn'] : []),
      ];
      return { arrives: 'nothing', problems };
    },
  },
];
